package io.callport.http.moor;

import io.callport.account.Account;
import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentsPort;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueuesQuery;
import io.callport.http.json.RequestBody;
import io.callport.http.vendor.ParameterCheck;
import io.callport.http.vendor.VendorApis;

/** Asks 7moor for agents (座席) and skill groups (技能组). */
final class MoorAgents implements AgentsPort {
    private static final ParameterCheck MOOR = new ParameterCheck("7moor");
    private static final int MAX_AGENTS = 100;

    private final VendorApis<MoorApi> apis;

    MoorAgents(VendorApis<MoorApi> apis) {
        this.apis = apis;
    }

    @Override
    public AgentPage list(Account account, AgentsQuery query) {
        MOOR.absent("tenantId", query.tenantId())
                .absent("userName", query.userName())
                .atMost("size", query.size(), MAX_AGENTS);
        var body = new RequestBody()
                .put("agentNumber", query.agentNumber())
                .put("sipNumber", query.sipNumber())
                .put("mobile", query.mobile())
                .put("crmId", query.crmId())
                .put("page", query.page())
                .put("limit", query.size())
                .json();
        return apis.ask(account, MoorApi.AGENTS, api -> AgentMapper.agents(query, api.agents(body)));
    }

    /** Lists all queues at once: the vendor documents no pages. */
    @Override
    public AgentQueuePage queues(Account account, QueuesQuery query) {
        MOOR.absent("tenantId", query.tenantId())
                .absent("queueName", query.queueName())
                .atMost("page", query.page(), 1);
        return apis.ask(
                account, MoorApi.QUEUES, api -> AgentMapper.queues(query, api.queues(new RequestBody().json())));
    }
}

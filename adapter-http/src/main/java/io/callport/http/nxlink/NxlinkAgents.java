package io.callport.http.nxlink;

import io.callport.account.Account;
import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentStatus;
import io.callport.agents.AgentStatusQuery;
import io.callport.agents.AgentsPort;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueueMemberList;
import io.callport.agents.QueueMembersQuery;
import io.callport.agents.QueuesQuery;
import io.callport.http.json.RequestBody;
import io.callport.http.vendor.ParameterCheck;
import io.callport.http.vendor.VendorApis;

/** Asks NXLink for agents (坐席), their states and their groups. */
final class NxlinkAgents implements AgentsPort {
    private static final ParameterCheck NXLINK = new ParameterCheck("nxlink");

    private final VendorApis<NxlinkApi> apis;

    NxlinkAgents(VendorApis<NxlinkApi> apis) {
        this.apis = apis;
    }

    @Override
    public AgentPage list(Account account, AgentsQuery query) {
        NXLINK.required("tenantId", query.tenantId())
                .absent("agentNumber", query.agentNumber())
                .absent("sipNumber", query.sipNumber())
                .absent("mobile", query.mobile())
                .absent("crmId", query.crmId());
        var body = new RequestBody()
                .put("userName", query.userName())
                .put("tenantId", query.tenantId())
                .put("size", query.size())
                .put("page", query.page())
                .json();
        return apis.ask(account, NxlinkApi.AGENTS, api -> AgentMapper.agents(query, api.agents(body)));
    }

    @Override
    public AgentQueuePage queues(Account account, QueuesQuery query) {
        NXLINK.required("tenantId", query.tenantId()).required("queueName", query.queueName());
        var body = new RequestBody()
                .put("tenantId", query.tenantId())
                .put("queueName", query.queueName())
                .put("size", query.size())
                .put("page", query.page())
                .json();
        return apis.ask(account, NxlinkApi.QUEUES, api -> AgentMapper.queues(query, api.queues(body)));
    }

    /** Sends times as text, as in the wiki's example, although its table says numbers. */
    @Override
    public AgentStatus status(Account account, AgentStatusQuery query) {
        var body = new RequestBody()
                .put("tenantId", query.tenantId())
                .put("userName", query.userName())
                .put("startDateTime", Long.toString(query.startDateTime()))
                .put("endDateTime", Long.toString(query.endDateTime()))
                .json();
        return apis.ask(account, NxlinkApi.STATUS, api -> AgentMapper.status(api.status(body)));
    }

    @Override
    public QueueMemberList queueMembers(Account account, QueueMembersQuery query) {
        var body = new RequestBody()
                .put("tenantId", query.tenantId())
                .put("queueNo", query.queueNo())
                .json();
        return apis.ask(account, NxlinkApi.QUEUE_MEMBERS, api -> AgentMapper.queueMembers(api.queueMembers(body)));
    }
}

package io.callport.http.moor;

import io.callport.agents.Agent;
import io.callport.agents.Agent.Contact;
import io.callport.agents.Agent.QueueName;
import io.callport.agents.Agent.Setup;
import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueue;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueueMember;
import io.callport.agents.QueuesQuery;
import io.callport.http.reply.Reply;
import io.callport.query.Changes;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps the answers about agents, field by field as developer.7moor.com/v7/agent-management and /peer-management list
 * them.
 */
final class AgentMapper {
    /** The vendor does not document whether an agent of status {@code lock} may work. */
    private static final Map<String, Boolean> ENABLED = Map.of("enable", true, "disable", false);

    private AgentMapper() {}

    static AgentPage agents(AgentsQuery query, Reply reply) {
        List<Agent> agents = reply.list("data", AgentMapper::agent);
        FieldReader fields = MoorEnvelope.besideData(reply);
        return new AgentPage(query.page(), fields.count("total"), agents, fields.rest());
    }

    static AgentQueuePage queues(QueuesQuery query, Reply reply) {
        List<AgentQueue> queues = reply.list("data", AgentMapper::queue);
        FieldReader fields = MoorEnvelope.besideData(reply);
        return new AgentQueuePage(query.page(), fields.count("total"), queues, fields.rest());
    }

    private static Agent agent(FieldReader fields) {
        String status = fields.text("status");
        return new Agent(
                fields.text("_id"),
                fields.text("agentName"),
                null,
                fields.text("agentNumber"),
                fields.text("sipNumber"),
                status,
                enabled(status),
                fields.objects("queue", AgentMapper::queueName),
                new Contact(fields.text("mobile"), fields.text("email"), fields.text("crmId")),
                setup(fields),
                fields.rest());
    }

    private static @Nullable Boolean enabled(@Nullable String status) {
        return status == null ? null : ENABLED.get(status);
    }

    private static Setup setup(FieldReader fields) {
        return new Setup(
                fields.texts("roles"),
                fields.texts("numbers"),
                fields.text("restTime"),
                null,
                List.of(),
                null,
                null,
                null,
                null);
    }

    private static QueueName queueName(FieldReader fields) {
        return new QueueName(fields.text("_id"), fields.text("name"), fields.rest());
    }

    private static AgentQueue queue(FieldReader fields) {
        return new AgentQueue(
                fields.text("_id"),
                null,
                fields.text("name"),
                fields.text("account"),
                fields.text("status"),
                null,
                null,
                null,
                fields.objects("members", AgentMapper::member),
                changes(fields),
                fields.rest());
    }

    private static QueueMember member(FieldReader fields) {
        return new QueueMember(
                fields.text("uid"),
                fields.text("agentName"),
                fields.text("agentNumber"),
                null,
                null,
                fields.count("weight"),
                fields.rest());
    }

    private static Changes changes(FieldReader fields) {
        return new Changes(
                fields.time("createTime"),
                fields.text("createUser"),
                fields.time("updateTime"),
                fields.text("updateUser"));
    }
}

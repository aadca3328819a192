package io.callport.http.nxlink;

import io.callport.agents.Agent;
import io.callport.agents.Agent.Contact;
import io.callport.agents.Agent.QueueName;
import io.callport.agents.Agent.Setup;
import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueue;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentStatus;
import io.callport.agents.AgentStatus.StateDurations;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueueMember;
import io.callport.agents.QueueMemberList;
import io.callport.agents.QueuesQuery;
import io.callport.http.reply.Reply;
import io.callport.query.Changes;
import io.callport.query.VendorFields;
import io.callport.vendor.json.FieldReader;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps the answers about agents, field by field as the wiki's pages NXCC-API-agentInfo, -agentStatus, -groupQuery and
 * -queueAgents list them.
 */
final class AgentMapper {
    private static final Map<String, Boolean> ENABLED = Map.of("1", true, "0", false);
    private static final Changes UNKNOWN = new Changes(null, null, null, null);

    private AgentMapper() {}

    static AgentPage agents(AgentsQuery query, Reply reply) {
        List<Agent> agents = reply.list("data", AgentMapper::agent);
        FieldReader fields = NxlinkEnvelope.besideData(reply);
        return new AgentPage(query.page(), fields.count("total"), agents, fields.rest());
    }

    static AgentQueuePage queues(QueuesQuery query, Reply reply) {
        List<AgentQueue> queues = reply.list("data", AgentMapper::queue);
        FieldReader fields = NxlinkEnvelope.besideData(reply);
        return new AgentQueuePage(query.page(), fields.count("total"), queues, fields.rest());
    }

    /**
     * Maps an agent's status. The wiki's answer could not be read: {@code data} may be one agent, or a list of them.
     */
    static AgentStatus status(Reply reply) {
        VendorFields rest = NxlinkEnvelope.besideData(reply).rest();
        StateDurations one = new FieldReader(reply.json()).object("data", AgentMapper::durations);
        return new AgentStatus(one == null ? reply.list("data", AgentMapper::durations) : List.of(one), rest);
    }

    static QueueMemberList queueMembers(Reply reply) {
        return new QueueMemberList(
                reply.list("data", AgentMapper::member),
                NxlinkEnvelope.besideData(reply).rest());
    }

    private static Agent agent(FieldReader fields) {
        String status = fields.text("status");
        return new Agent(
                null,
                fields.text("nickName"),
                fields.text("userName"),
                null,
                fields.text("sipNumber"),
                status,
                enabled(status),
                fields.texts("queueName").stream().map(AgentMapper::queueName).toList(),
                new Contact(null, null, null),
                setup(fields),
                fields.rest());
    }

    private static @Nullable Boolean enabled(@Nullable String status) {
        return status == null ? null : ENABLED.get(status);
    }

    private static QueueName queueName(String name) {
        return new QueueName(null, name, VendorFields.NONE);
    }

    private static Setup setup(FieldReader fields) {
        return new Setup(
                List.of(),
                List.of(),
                null,
                fields.text("endPointName"),
                fields.texts("allowCountry"),
                fields.flag("recording"),
                fields.count("recordingStorageDays"),
                fields.text("gmtCreate"),
                fields.text("gmtModified"));
    }

    private static AgentQueue queue(FieldReader fields) {
        return new AgentQueue(
                null,
                fields.text("groupNo"),
                fields.text("groupName"),
                null,
                null,
                fields.text("remark"),
                fields.flag("familiarizeFirst"),
                fields.text("ringPolicy"),
                List.of(),
                UNKNOWN,
                fields.rest());
    }

    private static QueueMember member(FieldReader fields) {
        return new QueueMember(
                null,
                fields.text("nickName"),
                null,
                fields.text("userName"),
                fields.text("sipNumber"),
                null,
                fields.rest());
    }

    private static StateDurations durations(FieldReader fields) {
        return new StateDurations(
                fields.text("nickName"),
                fields.text("userName"),
                fields.text("sipNumber"),
                fields.number("busyDuration"),
                fields.number("wrapupDuration"),
                fields.number("idleDuration"),
                fields.number("callingDuration"),
                fields.number("ringingDuration"),
                fields.number("meetingDuration"),
                fields.number("eatingDuration"),
                fields.number("wcDuration"),
                fields.rest());
    }
}

package io.callport.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.agents.Agent;
import io.callport.agents.Agent.Contact;
import io.callport.agents.Agent.QueueName;
import io.callport.agents.Agent.Setup;
import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueue;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentStatus;
import io.callport.agents.AgentStatusQuery;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueueMember;
import io.callport.agents.QueueMembersQuery;
import io.callport.agents.QueuesQuery;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.query.Changes;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The third port: one shape for two vendors, and no parameter that is silently ignored. */
@Timeout(300)
class AgentQueriesTest {
    private static final AgentsQuery AT_7MOOR = new AgentsQuery(null, null, null, null, null, null, 1, 100);
    private static final AgentsQuery AT_NXLINK =
            new AgentsQuery(null, null, null, null, 144, "xxx@nxcloud.com", 1, 100);
    private static final QueuesQuery ALL_QUEUES = new QueuesQuery(null, null, 1, 100);
    private static final QueuesQuery ONE_QUEUE = new QueuesQuery(144, "NXQueue0001", 1, 100);
    private static final AgentStatusQuery STATUS =
            new AgentStatusQuery(144, "NXAgent0001", 1_704_643_200, 1_704_729_600);

    @Test
    void readsAnAgentOf7moorAsItsPageShowsIt() {
        AgentPage page = DocumentedExamples.ask(
                DocumentedExamples.example("7moor/call_query_agent.json"), DocumentedExamples.MOOR, AT_7MOOR);

        assertThat(page)
                .isEqualTo(new AgentPage(
                        1,
                        null,
                        List.of(new Agent(
                                "5fc9d54105fd0161a498c4fc",
                                "张三",
                                null,
                                "2000",
                                "",
                                "enable",
                                true,
                                List.of(new QueueName("10000123", null, VendorFields.NONE)),
                                new Contact("10010", "", ""),
                                new Setup(List.of("座席"), List.of(), null, null, List.of(), null, null, null, null),
                                VendorFields.NONE)),
                        VendorFields.NONE));
    }

    @Test
    void readsAnAgentOfNxlinkInTheSameShape() {
        String answer =
                "{\"code\":0,\"msg\":\"ok\",\"reqId\":\"r\",\"total\":\"7\",\"data\":[{\"nickName\":\"Zhang San\","
                        + "\"userName\":\"u\",\"sipNumber\":\"NX1\",\"status\":\"1\",\"recording\":0,\"recordingStorageDays\":\"30\","
                        + "\"queueName\":[\"q\"],\"allowCountry\":[\"HK\",852],\"endPointName\":\"e\",\"gmtCreate\":1690423237704,"
                        + "\"gmtModified\":\"2024-01-01\",\"skill\":3}]}";
        AgentPage page = DocumentedExamples.ask(answer, DocumentedExamples.NXLINK, AT_NXLINK);

        assertThat(page.total()).isEqualTo(7);
        assertThat(page.agents())
                .containsExactly(new Agent(
                        null,
                        "Zhang San",
                        "u",
                        null,
                        "NX1",
                        "1",
                        true,
                        List.of(new QueueName(null, "q", VendorFields.NONE)),
                        new Contact(null, null, null),
                        new Setup(
                                List.of(),
                                List.of(),
                                null,
                                "e",
                                List.of("HK", "852"),
                                false,
                                30,
                                "1690423237704",
                                "2024-01-01"),
                        new VendorFields(Map.of("skill", 3))));
    }

    @Test
    void anUnknownStatusPassesVerbatimAndPromisesNothing() {
        Agent locked = DocumentedExamples.ask(
                        "{\"success\":true,\"code\":\"200\",\"data\":[{\"status\":\"lock\"}]}",
                        DocumentedExamples.MOOR,
                        AT_7MOOR)
                .agents()
                .get(0);
        assertThat(locked.status()).isEqualTo("lock");
        assertThat(locked.enabled()).isNull();
    }

    @Test
    void readsTheQueuesOfBothVendorsInOneShape() {
        AgentQueuePage moor = DocumentedExamples.ask(
                DocumentedExamples.example("7moor/base_queue_list.json"), DocumentedExamples.MOOR, ALL_QUEUES);
        AgentQueuePage nxlink = DocumentedExamples.ask(
                "{\"code\":0,\"data\":[{\"groupName\":\"g\",\"groupNo\":\"NXQueue0001\",\"remark\":\"r\","
                        + "\"familiarizeFirst\":\"0\",\"ringPolicy\":2}]}",
                DocumentedExamples.NXLINK,
                ONE_QUEUE);

        QueueMember member =
                new QueueMember("5fd2f31c63e3080021c14c5b", "张三", "2000", null, null, 1, VendorFields.NONE);
        Changes made = new Changes(LocalDateTime.parse("2020-12-11T12:18:36"), null, null, null);
        assertThat(moor.queues())
                .containsExactly(new AgentQueue(
                        "10000004",
                        null,
                        "默认技能组",
                        "2000103",
                        "enable",
                        null,
                        null,
                        null,
                        List.of(member),
                        made,
                        VendorFields.NONE));
        assertThat(nxlink.queues())
                .containsExactly(new AgentQueue(
                        null,
                        "NXQueue0001",
                        "g",
                        null,
                        null,
                        "r",
                        false,
                        "2",
                        List.of(),
                        new Changes(null, null, null, null),
                        VendorFields.NONE));
    }

    @Test
    void keepsTheConfigurationOfAQueueWhoseTypesAreNotDocumented() {
        AgentQueue queue = DocumentedExamples.ask(
                        "{\"success\":true,\"code\":\"200\",\"data\":[{\"_id\":1,\"callConfig\":{\"timeOut\":\"30\"}}]}",
                        DocumentedExamples.MOOR,
                        ALL_QUEUES)
                .queues()
                .get(0);
        assertThat(queue.vendorFields().fields()).isEqualTo(Map.of("callConfig", Map.of("timeOut", "30")));
    }

    @Test
    void readsTheDocumentedMembersOfAQueue() {
        assertThat(DocumentedExamples.ask(
                                DocumentedExamples.example("nxlink/agentGroup.member.list.json"),
                                DocumentedExamples.NXLINK,
                                new QueueMembersQuery(144, "NXQueue0001"))
                        .members())
                .containsExactly(
                        new QueueMember(
                                null,
                                "example1",
                                null,
                                "example@nxcloud.com",
                                "NXAgent000011",
                                null,
                                VendorFields.NONE),
                        new QueueMember(
                                null, "example2", null, "NXAgent1000013", "NXAgent1000013", null, VendorFields.NONE));
    }

    @Test
    void aStatusIsReadAloneOrInAList() {
        String one = "{\"userName\":\"u\",\"busyDuration\":\"12\",\"wcDuration\":3,\"otherDuration\":1}";
        for (String data : List.of(one, "[" + one + "]")) {
            AgentStatus list =
                    DocumentedExamples.ask("{\"code\":0,\"data\":" + data + "}", DocumentedExamples.NXLINK, STATUS);

            assertThat(list.agents()).hasSize(1);
            assertThat(list.agents().get(0).busyDuration()).isEqualTo(12);
            assertThat(list.agents().get(0).wcDuration()).isEqualTo(3);
            assertThat(list.agents().get(0).vendorFields().fields()).isEqualTo(Map.of("otherDuration", 1));
        }
        assertThat(DocumentedExamples.failure(
                                () -> DocumentedExamples.ask("{\"code\":0}", DocumentedExamples.NXLINK, STATUS))
                        .reason())
                .isEqualTo(Reason.MALFORMED_ANSWER);
    }

    @Test
    void sendsTheDocumentedRequests() {
        assertThat(sent(DocumentedExamples.MOOR, AT_7MOOR))
                .containsExactly("/openapi/v1/call/query/agent", "{\"page\":1,\"limit\":100}");
        assertThat(sent(DocumentedExamples.MOOR, new AgentsQuery("2000", "s", "m", "c", null, null, 2, 10)))
                .contains("{\"agentNumber\":\"2000\",\"sipNumber\":\"s\",\"mobile\":\"m\",\"crmId\":\"c\",\"page\":2,"
                        + "\"limit\":10}");
        assertThat(sent(DocumentedExamples.MOOR, ALL_QUEUES)).containsExactly("/openapi/v1/base/queue/list", "{}");
        assertThat(sent(DocumentedExamples.NXLINK, AT_NXLINK))
                .containsExactly(
                        "/saas/cc/openapi/agent/page",
                        "{\"userName\":\"xxx@nxcloud.com\",\"tenantId\":144,\"size\":100,\"page\":1}");
        assertThat(sent(DocumentedExamples.NXLINK, ONE_QUEUE))
                .containsExactly(
                        "/saas/cc/openapi/agentGroup/page",
                        "{\"tenantId\":144,\"queueName\":\"NXQueue0001\",\"size\":100,\"page\":1}");
        assertThat(sent(DocumentedExamples.NXLINK, STATUS))
                .containsExactly(
                        "/saas/cc/openapi/agent/status/info",
                        "{\"tenantId\":144,\"userName\":\"NXAgent0001\",\"startDateTime\":\"1704643200\","
                                + "\"endDateTime\":\"1704729600\"}");
        assertThat(sent(DocumentedExamples.NXLINK, new QueueMembersQuery(144, "NXQueue0001")))
                .containsExactly(
                        "/saas/cc/openapi/agentGroup/member/list", "{\"tenantId\":144,\"queueNo\":\"NXQueue0001\"}");
    }

    @Test
    void aParameterThatTheVendorDoesNotTakeOrLacksIsRefusedWithoutARequest() {
        assertRefused(DocumentedExamples.MOOR, AT_NXLINK, "params.tenantId: is not taken by 7moor; leave it out");
        assertRefused(
                DocumentedExamples.MOOR,
                new AgentsQuery(null, null, null, null, null, null, 1, 101),
                "params.size: must be 1 to 100 at 7moor, but is 101");
        assertRefused(
                DocumentedExamples.MOOR,
                new QueuesQuery(null, null, 2, 100),
                "params.page: must be 1 at 7moor, but is 2");
        assertRefused(DocumentedExamples.MOOR, ONE_QUEUE, "params.tenantId: is not taken by 7moor; leave it out");
        assertRefused(DocumentedExamples.NXLINK, AT_7MOOR, "params.tenantId: is required by nxlink");
        assertRefused(
                DocumentedExamples.NXLINK,
                new AgentsQuery(null, null, "m", null, 144, null, 1, 100),
                "params.mobile: is not taken by nxlink; leave it out");
        assertRefused(
                DocumentedExamples.NXLINK,
                new QueuesQuery(144, null, 1, 100),
                "params.queueName: is required by nxlink");
    }

    private static void assertRefused(Account account, Query<?, ?> query, String detail) {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{}")) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.ask(vendor, account, query));
            assertThat(failure.reason()).isEqualTo(Reason.INVALID_COMMAND);
            assertThat(failure.sent()).isEqualTo(Sent.NO);
            assertThat(failure.detail()).isEqualTo(detail);
            assertThat(vendor.requests()).isEmpty();
        }
    }

    private static List<String> sent(Account account, Query<?, ?> query) {
        String answer = account.equals(DocumentedExamples.MOOR)
                ? "{\"success\":true,\"code\":\"200\",\"data\":[]}"
                : "{\"code\":0,\"data\":[]}";
        return DocumentedExamples.sent(answer, account, query);
    }
}

package io.callport.http.callbot;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.Call;
import io.callport.callinfo.CallBatch;
import io.callport.callinfo.CallPage;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LatestBatchQuery;
import io.callport.callinfo.NumberRange;
import io.callport.callinfo.Order;
import io.callport.callinfo.OrderCall;
import io.callport.callinfo.OrderDetail;
import io.callport.callinfo.OrderDetailList;
import io.callport.callinfo.OrderDetailsQuery;
import io.callport.callinfo.OrderPage;
import io.callport.callinfo.OrdersQuery;
import io.callport.callinfo.Task;
import io.callport.callinfo.TaskPage;
import io.callport.callinfo.TasksQuery;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.query.Query;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Callbot's v3 queries, on the wiki's examples and on other answers that Callbot might send. */
@Timeout(300)
class CallbotQueriesTest {
    private static final TasksQuery TASKS = new TasksQuery(TasksQuery.Conditions.NONE, 1, 100);
    private static final CallsQuery CALLS = new CallsQuery("t", CallsQuery.Options.NONE, 2, 100);
    private static final OrdersQuery ORDERS = new OrdersQuery("t", OrdersQuery.Options.NONE, 1, 100);
    private static final OrderDetailsQuery DETAILS = new OrderDetailsQuery("t", List.of("o"));
    private static final LatestBatchQuery BATCH = new LatestBatchQuery("t");

    @Test
    void readsTheDocumentedTasks() {
        TaskPage page = ask("callbot/listTask.response.json", TASKS);

        Task.Statistics statistics =
                new Task.Statistics(0, 0, 0, BigDecimal.ZERO, 0, 0, BigDecimal.ZERO, VendorFields.NONE);
        assertThat(page)
                .isEqualTo(new TaskPage(
                        1,
                        List.of(new Task("string", "string", "string", "1", 0L, statistics, VendorFields.NONE)),
                        VendorFields.NONE));
    }

    @Test
    void readsTheDocumentedOrderDetails() {
        OrderDetailList list = ask("callbot/listOrderDetail.response.json", DETAILS);

        OrderDetail order = list.orders().get(0);
        assertThat(order.order())
                .isEqualTo(new Order("string", "string", "string", "string", "string", "string", true, "string"));
        Call call = order.calls().get(0);
        assertThat(call.callStatus()).isEqualTo("1");
        assertThat(call.times()).isEqualTo(new Call.Times(0L, 0L, 0L, 0L));
        assertThat(call.intents()).containsExactly(new Call.Intent(null, null, null, null, VendorFields.NONE));
        assertThat(call.sms()).containsExactly(new Call.Sms(null, null, null, VendorFields.NONE));
        assertThat(call.params()).containsExactly(new Call.Parameter(null, null, VendorFields.NONE));
        assertThat(call.agent())
                .isEqualTo(new Call.Agent(null, null, null, null, null, null, null, null, "0", VendorFields.NONE));
        assertThat(call.vendorFields().fields())
                .as("its form is not documented")
                .isEqualTo(Map.of("recordDetail", List.of(Map.of())));
        assertThat(List.of(order.vendorFields(), list.vendorFields())).containsOnly(VendorFields.NONE);
    }

    @Test
    void readsTheDocumentedBatch() {
        CallBatch batch = ask("callbot/exportBatchCall.response.json", BATCH);

        Order order = new Order("string", "string", null, null, null, null, null, "string");
        Call call = new Call(
                "string",
                null,
                null,
                "0",
                new Call.Times(0L, null, null, null),
                null,
                null,
                null,
                List.of(new Call.Intent("string", "string", "string", "0", VendorFields.NONE)),
                List.of(),
                null,
                List.of(),
                VendorFields.NONE);
        assertThat(batch)
                .isEqualTo(new CallBatch(
                        "string", 0, List.of(new OrderCall(order, call, VendorFields.NONE)), VendorFields.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"callList", "list", "\u5217\u8868"})
    void anUndocumentedListIsReadUnderWhateverName(String name) {
        String item = "{\"orderID\":7,\"callID\":\"c\",\"callStatus\":\"3\",\"new\":1}";
        CallPage page = answered("\"" + name + "\":[" + item + "],\"total\":\"12\",\"empty\":[]", CALLS);

        assertThat(page.page()).isEqualTo(2);
        OrderCall only = page.calls().get(0);
        assertThat(only.order().orderId()).isEqualTo("7");
        assertThat(only.call().callId()).isEqualTo("c");
        assertThat(only.call().callStatus()).isEqualTo("3");
        assertThat(only.vendorFields().fields()).isEqualTo(Map.of("new", 1));
        assertThat(page.vendorFields().fields()).isEqualTo(Map.of("total", "12", "empty", List.of()));
    }

    @Test
    void anUndocumentedListMayStandInsideDataAndItsCallInAnObject() {
        OrderPage page = answered(
                "\"data\":{\"rows\":[{\"orderID\":\"o\",\"finish\":\"0\","
                        + "\"callInfoDetail\":{\"callID\":\"c\",\"more\":true}}],\"total\":1}",
                ORDERS);

        OrderCall only = page.orders().get(0);
        assertThat(only.order().finish()).isFalse();
        assertThat(only.call().callId()).isEqualTo("c");
        assertThat(only.call().vendorFields().fields()).isEqualTo(Map.of("more", true));
        assertThat(page.vendorFields().fields()).isEqualTo(Map.of("data", Map.of("total", 1)));
    }

    @Test
    void whereThereIsNotOneListAllIsKept() {
        OrderPage page = answered("\"a\":[{\"orderID\":\"1\"}],\"b\":[{\"orderID\":\"2\"}]", ORDERS);

        assertThat(page.orders()).isEmpty();
        assertThat(page.vendorFields().fields()).containsOnlyKeys("a", "b");
    }

    @Test
    void looseTypesAreReadAndWhatIsNotMappedIsKept() {
        TaskPage page = answered(
                "\"taskData\":[{\"taskStatus\":\"5\",\"createTs\":\"1700000000\",\"new\":{\"a\":null},"
                        + "\"taskStat\":{\"totalCall\":\"3\",\"answerRate\":\"0.50\",\"finishRate\":\"much\"}}],\"total\":9",
                TASKS);

        Task task = page.tasks().get(0);
        assertThat(task.taskStatus()).isEqualTo("5");
        assertThat(task.createTs()).isEqualTo(1_700_000_000L);
        assertThat(task.taskStat().totalCall()).isEqualTo(3);
        assertThat(task.taskStat().answerRate()).isEqualTo(new BigDecimal("0.50"));
        assertThat(task.taskStat().vendorFields().fields()).isEqualTo(Map.of("finishRate", "much"));
        assertThat(task.vendorFields().fields()).containsOnlyKeys("new");
        assertThat(page.vendorFields().fields()).isEqualTo(Map.of("total", 9));
    }

    @Test
    void sendsTheDocumentedRequests() {
        assertThat(sent(TASKS))
                .containsExactly(
                        "/callcentre/api/v3/listTask",
                        "{\"productID\":\"callbot\",\"page\":1,\"size\":100,\"queryConditions\":{}}");
        assertThat(sent(new TasksQuery(
                        new TasksQuery.Conditions(List.of(1), List.of("n"), "s", List.of("u"), 0L, 0L), 1, 100)))
                .contains("{\"productID\":\"callbot\",\"page\":1,\"size\":100,\"queryConditions\":{\"taskStatus\":[1],"
                        + "\"taskName\":[\"n\"],\"sceneID\":\"s\",\"userTaskID\":[\"u\"],\"startTs\":0,\"endTs\":0}}");
        NumberRange range = new NumberRange(0, 1, true);
        CallsQuery.Options calls = new CallsQuery.Options(
                List.of("c"), List.of("i"), List.of("n"), List.of("g"), List.of(0), range, range, List.of(1), 0L, 0L);
        assertThat(sent(new CallsQuery("t", calls, 1, 100)))
                .containsExactly(
                        "/callcentre/api/v3/listCall",
                        "{\"productID\":\"callbot\",\"userTaskID\":\"t\",\"options\":{\"callID\":[\"c\"],\"intentID\":[\"i\"],"
                                + "\"intentName\":[\"n\"],\"intentTag\":[\"g\"],\"intentLevel\":[0],"
                                + "\"turnTime\":{\"gt\":0,\"lt\":1,\"enable\":true},"
                                + "\"callDuration\":{\"gt\":0,\"lt\":1,\"enable\":true},\"callStatus\":[1],"
                                + "\"startTs\":0,\"endTs\":0},\"page\":1,\"size\":100}");
        OrdersQuery.Options orders = new OrdersQuery.Options(
                List.of("o"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                1,
                new NumberRange(3, null, false),
                null,
                List.of());
        assertThat(sent(new OrdersQuery("t", orders, 1, 100)))
                .containsExactly(
                        "/callcentre/api/v3/listOrder",
                        "{\"productID\":\"callbot\",\"userTaskID\":\"t\",\"options\":{\"orderID\":[\"o\"],\"finish\":1,"
                                + "\"turnTime\":{\"gt\":3,\"enable\":false}},\"page\":1,\"size\":100}");
        assertThat(sent(DETAILS))
                .containsExactly(
                        "/callcentre/api/v3/listOrderDetail",
                        "{\"productID\":\"callbot\",\"userTaskID\":\"t\",\"orderList\":[\"o\"]}");
        assertThat(sent(BATCH))
                .containsExactly(
                        "/callcentre/api/v3/exportBatchCall", "{\"productID\":\"callbot\",\"userTaskID\":\"t\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "1, vendor-refused",
        "2, vendor-refused",
        "3, vendor-refused",
        "4, vendor-refused",
        "4001, vendor-refused",
        "5, vendor-unavailable",
        "5001, vendor-unavailable",
        "7, vendor-unavailable",
        "1001, vendor-unavailable",
        "6, unauthorized",
        "6001, unauthorized",
        "6002, unauthorized",
        "6003, unauthorized",
        "999, vendor-refused"
    })
    void everyCodeOfTheTableHasItsReason(String code, String reason) {
        for (String answer : List.of("{\"retCode\":" + code + "}", "{\"retCode\":\"" + code + "\"}")) {
            var failure =
                    DocumentedExamples.failure(() -> DocumentedExamples.ask(answer, DocumentedExamples.CALLBOT, BATCH));
            assertThat(failure.reason().code()).isEqualTo(reason);
            assertThat(failure.vendorReply().code()).isEqualTo(code);
        }
    }

    @Test
    void withoutItsDocumentedListItIsNoAnswer() {
        for (Query<?, ?> query : List.of(TASKS, DETAILS, BATCH)) {
            assertThat(DocumentedExamples.failure(
                                    () -> DocumentedExamples.ask("{\"retCode\":0}", DocumentedExamples.CALLBOT, query))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
        }
    }

    private static <P, A extends io.callport.query.Answer> A ask(String example, Query<P, A> query) {
        return DocumentedExamples.ask(DocumentedExamples.example(example), DocumentedExamples.CALLBOT, query);
    }

    private static <P, A extends io.callport.query.Answer> A answered(String fields, Query<P, A> query) {
        return DocumentedExamples.ask(
                "{\"retCode\":0,\"retMsg\":\"ok\",\"responseID\":\"r\"," + fields + "}",
                DocumentedExamples.CALLBOT,
                query);
    }

    private static List<String> sent(Query<?, ?> query) {
        String answer = "{\"retCode\":0,\"taskData\":[],\"callList\":[],\"orderDetailList\":[]}";
        return DocumentedExamples.sent(answer, DocumentedExamples.CALLBOT, query);
    }
}

package io.callport.catalog;

import io.callport.agents.AgentPage;
import io.callport.agents.AgentStatus;
import io.callport.agents.AgentStatusList;
import io.callport.agents.ListAgents;
import io.callport.agents.QueueMemberList;
import io.callport.agents.QueueMembers;
import io.callport.agents.QueuePage;
import io.callport.agents.Queues;
import io.callport.callinfo.AnswerRateReport;
import io.callport.callinfo.AnswerRates;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.Calls;
import io.callport.callinfo.LatestBatch;
import io.callport.callinfo.Lookup;
import io.callport.callinfo.OrderDetails;
import io.callport.callinfo.Orders;
import io.callport.callinfo.Records;
import io.callport.callinfo.RecordsByOrder;
import io.callport.callinfo.Tasks;
import io.callport.callinfo.filter.CallOptions;
import io.callport.callinfo.filter.OrderOptions;
import io.callport.callinfo.filter.TaskConditions;
import io.callport.callinfo.order.CallBatch;
import io.callport.callinfo.order.CallPage;
import io.callport.callinfo.order.OrderDetailList;
import io.callport.callinfo.order.OrderPage;
import io.callport.callinfo.record.RecordList;
import io.callport.callinfo.record.RecordPage;
import io.callport.callinfo.task.TaskPage;
import io.callport.numberpool.CallerNumberList;
import io.callport.numberpool.CallerNumbers;
import io.callport.numberpool.Groups;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.Numbers;
import io.callport.numberpool.SipNumberList;
import io.callport.numberpool.SipNumbers;
import io.callport.query.QueryType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every query there is. Adding one is adding a line here; whatever lists queries reads this list. */
public final class Queries {
    /** All queries, in the order in which they are shown to people. */
    public static final List<QueryType<?, ?>> ALL = List.of(
            new QueryType<>(
                    "number-pool.numbers",
                    "display, service and SIP numbers of an account",
                    Numbers.class,
                    NumberPool.class,
                    new Numbers()),
            new QueryType<>(
                    "number-pool.groups",
                    "groups of display numbers (外显号组)",
                    Groups.class,
                    NumberGroups.class,
                    new Groups()),
            new QueryType<>(
                    "number-pool.sip-numbers",
                    "SIP numbers, their registrations and agents",
                    SipNumbers.class,
                    SipNumberList.class,
                    new SipNumbers(null, List.of(0, 1))),
            new QueryType<>(
                    "number-pool.caller-numbers",
                    "numbers from which an agent may call",
                    CallerNumbers.class,
                    CallerNumberList.class,
                    new CallerNumbers(144, "NX10000001")),
            new QueryType<>(
                    "call-info.answer-rates",
                    "how many outbound calls of display numbers were answered",
                    AnswerRates.class,
                    AnswerRateReport.class,
                    new AnswerRates(
                            LocalDateTime.of(2020, 9, 25, 20, 32, 3),
                            LocalDateTime.of(2020, 12, 25, 20, 32, 3),
                            List.of("01081401967"))),
            new QueryType<>(
                    "call-info.lookup",
                    "a customer's call info",
                    Lookup.class,
                    CallInfo.class,
                    new Lookup("1234", "xxxxxx", 1)),
            new QueryType<>(
                    "call-info.tasks",
                    "outbound tasks and their statistics, a page",
                    Tasks.class,
                    TaskPage.class,
                    new Tasks(TaskConditions.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.calls",
                    "calls of a task, a page",
                    Calls.class,
                    CallPage.class,
                    new Calls("task-1", CallOptions.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.orders",
                    "orders of a task, each with its last call, a page",
                    Orders.class,
                    OrderPage.class,
                    new Orders("task-1", OrderOptions.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.order-details",
                    "all calls of given orders",
                    OrderDetails.class,
                    OrderDetailList.class,
                    new OrderDetails("task-1", List.of("order-1", "order-2"))),
            new QueryType<>(
                    "call-info.latest-batch",
                    "the numbers of a task's newest batch",
                    LatestBatch.class,
                    CallBatch.class,
                    new LatestBatch("task-1")),
            new QueryType<>(
                    "call-info.records",
                    "records of manual calls (话单), a page",
                    Records.class,
                    RecordPage.class,
                    new Records(1_688_140_800, 1_690_819_200, 0, 0, null, null, null, null, null, 1, 100)),
            new QueryType<>(
                    "call-info.records-by-order",
                    "records of the calls of an order",
                    RecordsByOrder.class,
                    RecordList.class,
                    new RecordsByOrder(144, "12333333XXX")),
            new QueryType<>(
                    "agents.list",
                    "agents (座席), a page",
                    ListAgents.class,
                    AgentPage.class,
                    List.of(
                            new ListAgents(null, null, null, null, null, null, 1, 100),
                            new ListAgents(null, null, null, null, 144, "xxx@nxcloud.com", 1, 100))),
            new QueryType<>(
                    "agents.queues",
                    "queues (技能组, 坐席组) of agents, a page",
                    Queues.class,
                    QueuePage.class,
                    List.of(new Queues(null, null, 1, 100), new Queues(144, "NXQueue0001", 1, 100))),
            new QueryType<>(
                    "agents.status",
                    "how long an agent was in which state",
                    AgentStatus.class,
                    AgentStatusList.class,
                    new AgentStatus(144, "NXAgent0001", 1_704_643_200, 1_704_729_600)),
            new QueryType<>(
                    "agents.queue-members",
                    "agents of a queue",
                    QueueMembers.class,
                    QueueMemberList.class,
                    new QueueMembers(144, "NXQueue0001")));

    private static final Map<String, QueryType<?, ?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(QueryType::name, Function.identity()));

    private Queries() {}

    /** The query of that name, if there is one. */
    public static Optional<QueryType<?, ?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

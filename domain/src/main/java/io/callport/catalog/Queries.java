package io.callport.catalog;

import io.callport.agents.AgentPage;
import io.callport.agents.AgentQueuePage;
import io.callport.agents.AgentStatus;
import io.callport.agents.AgentStatusQuery;
import io.callport.agents.AgentsQuery;
import io.callport.agents.QueueMemberList;
import io.callport.agents.QueueMembersQuery;
import io.callport.agents.QueuesQuery;
import io.callport.callinfo.AnswerRateReport;
import io.callport.callinfo.AnswerRatesQuery;
import io.callport.callinfo.CallBatch;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.CallPage;
import io.callport.callinfo.CallRecordList;
import io.callport.callinfo.CallRecordPage;
import io.callport.callinfo.CallsQuery;
import io.callport.callinfo.LatestBatchQuery;
import io.callport.callinfo.LookupQuery;
import io.callport.callinfo.OrderDetailList;
import io.callport.callinfo.OrderDetailsQuery;
import io.callport.callinfo.OrderPage;
import io.callport.callinfo.OrdersQuery;
import io.callport.callinfo.RecordsByOrderQuery;
import io.callport.callinfo.RecordsQuery;
import io.callport.callinfo.TaskPage;
import io.callport.callinfo.TasksQuery;
import io.callport.numberpool.CallerNumberList;
import io.callport.numberpool.CallerNumbersQuery;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.NumbersQuery;
import io.callport.numberpool.SipNumberList;
import io.callport.numberpool.SipNumbersQuery;
import io.callport.query.Query;
import io.callport.query.QueryType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue of all queries. A new query is a line here; every list of queries is made from this one. */
public final class Queries {
    /** All queries, in the order in which they are shown to people. */
    public static final List<QueryType<?, ?>> ALL = List.of(
            new QueryType<>(
                    "number-pool.numbers",
                    "display, service and SIP numbers of an account",
                    NumbersQuery.class,
                    NumberPool.class,
                    new NumbersQuery()),
            new QueryType<>(
                    "number-pool.groups",
                    "groups of display numbers (外显号组)",
                    NumberGroupsQuery.class,
                    NumberGroups.class,
                    new NumberGroupsQuery()),
            new QueryType<>(
                    "number-pool.sip-numbers",
                    "SIP numbers, their registrations and agents",
                    SipNumbersQuery.class,
                    SipNumberList.class,
                    new SipNumbersQuery(null, List.of(0, 1))),
            new QueryType<>(
                    "number-pool.caller-numbers",
                    "numbers from which an agent may call",
                    CallerNumbersQuery.class,
                    CallerNumberList.class,
                    new CallerNumbersQuery(144, "NX10000001")),
            new QueryType<>(
                    "call-info.answer-rates",
                    "how many outbound calls of display numbers were answered",
                    AnswerRatesQuery.class,
                    AnswerRateReport.class,
                    new AnswerRatesQuery(
                            LocalDateTime.of(2020, 9, 25, 20, 32, 3),
                            LocalDateTime.of(2020, 12, 25, 20, 32, 3),
                            List.of("01081401967"))),
            new QueryType<>(
                    "call-info.lookup",
                    "a customer's call info",
                    LookupQuery.class,
                    CallInfo.class,
                    new LookupQuery("1234", "xxxxxx", 1)),
            new QueryType<>(
                    "call-info.tasks",
                    "outbound tasks and their statistics, a page",
                    TasksQuery.class,
                    TaskPage.class,
                    new TasksQuery(TasksQuery.Conditions.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.calls",
                    "calls of a task, a page",
                    CallsQuery.class,
                    CallPage.class,
                    new CallsQuery("task-1", CallsQuery.Options.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.orders",
                    "orders of a task, each with its last call, a page",
                    OrdersQuery.class,
                    OrderPage.class,
                    new OrdersQuery("task-1", OrdersQuery.Options.NONE, 1, 100)),
            new QueryType<>(
                    "call-info.order-details",
                    "all calls of given orders",
                    OrderDetailsQuery.class,
                    OrderDetailList.class,
                    new OrderDetailsQuery("task-1", List.of("order-1", "order-2"))),
            new QueryType<>(
                    "call-info.latest-batch",
                    "the numbers of a task's newest batch",
                    LatestBatchQuery.class,
                    CallBatch.class,
                    new LatestBatchQuery("task-1")),
            new QueryType<>(
                    "call-info.records",
                    "records of manual calls (话单), a page",
                    RecordsQuery.class,
                    CallRecordPage.class,
                    new RecordsQuery(1_688_140_800, 1_690_819_200, 0, 0, null, null, null, null, null, 1, 100)),
            new QueryType<>(
                    "call-info.records-by-order",
                    "records of the calls of an order",
                    RecordsByOrderQuery.class,
                    CallRecordList.class,
                    new RecordsByOrderQuery(144, "12333333XXX")),
            new QueryType<>(
                    "agents.list",
                    "agents (座席), a page",
                    AgentsQuery.class,
                    AgentPage.class,
                    List.of(
                            new AgentsQuery(null, null, null, null, null, null, 1, 100),
                            new AgentsQuery(null, null, null, null, 144, "xxx@nxcloud.com", 1, 100))),
            new QueryType<>(
                    "agents.queues",
                    "queues (技能组, 坐席组) of agents, a page",
                    QueuesQuery.class,
                    AgentQueuePage.class,
                    List.of(new QueuesQuery(null, null, 1, 100), new QueuesQuery(144, "NXQueue0001", 1, 100))),
            new QueryType<>(
                    "agents.status",
                    "how long an agent was in which state",
                    AgentStatusQuery.class,
                    AgentStatus.class,
                    new AgentStatusQuery(144, "NXAgent0001", 1_704_643_200, 1_704_729_600)),
            new QueryType<>(
                    "agents.queue-members",
                    "agents of a queue",
                    QueueMembersQuery.class,
                    QueueMemberList.class,
                    new QueueMembersQuery(144, "NXQueue0001")));

    private static final Map<String, QueryType<?, ?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(QueryType::name, Function.identity()));
    private static final Map<Class<?>, String> NAMES =
            ALL.stream().collect(Collectors.toUnmodifiableMap(QueryType::query, QueryType::name));
    private static final String UNKNOWN = "unknown";

    private Queries() {}

    /** The query of that name, if there is one. */
    public static Optional<QueryType<?, ?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The name of a query; {@code unknown} for a query that is not in the catalogue, as an application's own. */
    public static String nameOf(Query<?, ?> query) {
        return NAMES.getOrDefault(query.getClass(), UNKNOWN);
    }

    /**
     * The name if a query has that name, or else the other word: a name that a publisher made up is no metric's tag.
     */
    public static String nameOr(String name, String otherwise) {
        return BY_NAME.containsKey(name) ? name : otherwise;
    }
}

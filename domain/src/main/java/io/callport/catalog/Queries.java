package io.callport.catalog;

import io.callport.callinfo.AnswerRateReport;
import io.callport.callinfo.AnswerRates;
import io.callport.callinfo.CallInfo;
import io.callport.callinfo.Lookup;
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
                    new Lookup("1234", "xxxxxx", 1)));

    private static final Map<String, QueryType<?, ?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(QueryType::name, Function.identity()));

    private Queries() {}

    /** The query of that name, if there is one. */
    public static Optional<QueryType<?, ?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}

package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Asks how many outbound calls of display numbers (外显号) were answered, over at most three months
 * (developer.7moor.com/v7/callreport).
 *
 * @param startTime the start of the period in which calls count, by their start in the call system, whose time zone the
 *     vendor does not state
 * @param endTime the end of the period; not before {@code startTime}, and at most three months after it
 * @param numbers the display numbers, at least one
 */
public record AnswerRatesQuery(LocalDateTime startTime, LocalDateTime endTime, List<String> numbers)
        implements Query<CallInfoPort, AnswerRateReport> {
    /** The vendor states three months and no limit on numbers; this one keeps a command within bounds. */
    private static final int MAX_NUMBERS = 1_000;

    private static final int MAX_MONTHS = 3;

    /** @throws IllegalArgumentException if a parameter is missing or out of its bounds; the message names it */
    public AnswerRatesQuery {
        Parameters.requireGiven("startTime", startTime);
        Parameters.requireGiven("endTime", endTime);
        Parameters.requireOrder("startTime", startTime, "endTime", endTime);
        if (endTime.isAfter(startTime.plusMonths(MAX_MONTHS))) {
            throw new IllegalArgumentException("endTime: must be at most three months after startTime");
        }
        Parameters.requireTexts("numbers", numbers, MAX_NUMBERS);
        numbers = List.copyOf(numbers);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public AnswerRateReport ask(CallInfoPort port, Account account) {
        return port.answerRates(account, this);
    }
}

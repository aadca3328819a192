package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many outbound calls of display numbers (外显号) were answered.
 *
 * @param answerRates one for each number that the vendor lists
 * @param vendorFields what else the vendor sent beside the list
 */
public record AnswerRateReport(List<AnswerRate> answerRates, VendorFields vendorFields) implements Answer {
    public AnswerRateReport {
        answerRates = List.copyOf(answerRates);
    }

    /**
     * One display number's outbound calls (developer.7moor.com/v7/callreport).
     *
     * @param number the display number
     * @param sum how many outbound calls
     * @param answerSum how many of them were answered
     * @param answerPercentage the vendor's share of them, verbatim, as in {@code 00.00%}
     * @param vendorFields what else the vendor sent
     */
    public record AnswerRate(
            @Nullable String number,
            @Nullable Integer sum,
            @Nullable Integer answerSum,
            @Nullable String answerPercentage,
            VendorFields vendorFields) {}
}

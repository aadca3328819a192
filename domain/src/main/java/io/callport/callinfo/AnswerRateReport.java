package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outbound calls of display numbers (外显号), and how many of them were answered.
 *
 * @param answerRates the answer rate of each number that the vendor lists
 * @param vendorFields the other fields that the vendor sent beside the list
 */
public record AnswerRateReport(List<AnswerRate> answerRates, VendorFields vendorFields) implements Answer {
    public AnswerRateReport {
        answerRates = List.copyOf(answerRates);
    }

    /**
     * One display number's outbound calls (developer.7moor.com/v7/callreport).
     *
     * @param number the display number
     * @param sum the number of outbound calls
     * @param answerSum the number of answered calls
     * @param answerPercentage the share of answered calls, verbatim, as in {@code 00.00%}
     * @param vendorFields the other fields that the vendor sent
     */
    public record AnswerRate(
            @Nullable String number,
            @Nullable Integer sum,
            @Nullable Integer answerSum,
            @Nullable String answerPercentage,
            VendorFields vendorFields) {}
}

package io.callport.http.moor;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.callinfo.AnswerRateReport;
import io.callport.callinfo.AnswerRateReport.AnswerRate;
import io.callport.callinfo.AnswerRatesQuery;
import io.callport.callinfo.CallInfoPort;
import io.callport.http.json.RequestBody;
import io.callport.http.reply.Reply;
import io.callport.http.vendor.VendorApis;
import io.callport.vendor.json.FieldReader;

/** Asks 7moor for its call reports (developer.7moor.com/v7/callreport). */
final class MoorCallInfo implements CallInfoPort {
    private final VendorApis<MoorApi> apis;

    MoorCallInfo(VendorApis<MoorApi> apis) {
        this.apis = apis;
    }

    @Override
    public AnswerRateReport answerRates(Account account, AnswerRatesQuery query) {
        JsonNode body = new RequestBody()
                .put("startTime", query.startTime())
                .put("endTime", query.endTime())
                .put("numbers", query.numbers())
                .json();
        return apis.ask(account, MoorApi.ANSWER_RATES, api -> answerRates(api.answerRates(body)));
    }

    private static AnswerRateReport answerRates(Reply reply) {
        return new AnswerRateReport(
                reply.list("data", MoorCallInfo::answerRate),
                MoorEnvelope.besideData(reply).rest());
    }

    private static AnswerRate answerRate(FieldReader fields) {
        return new AnswerRate(
                fields.text("number"),
                fields.count("sum"),
                fields.count("answerSum"),
                fields.text("answerPercentage"),
                fields.rest());
    }
}

package io.callport.http.callbot;

import io.callport.callinfo.call.Call;
import io.callport.callinfo.call.CallAgent;
import io.callport.callinfo.call.CallParameter;
import io.callport.callinfo.call.CallTimes;
import io.callport.callinfo.call.Intent;
import io.callport.callinfo.call.SentSms;
import io.callport.http.json.Fields;
import io.callport.query.VendorFields;
import java.util.function.Supplier;

/** Reads a call, field by field as the wiki's pages orderDetailList and callCallback list them. */
final class CallReplies {
    private CallReplies() {}

    /** A call in an object of its own. */
    static Call call(Fields fields) {
        return call(fields, fields::rest);
    }

    /** A call whose fields stand among others, so that what is left is not the call's alone. */
    static Call callBesideOthers(Fields fields) {
        return call(fields, () -> VendorFields.NONE);
    }

    private static Call call(Fields fields, Supplier<VendorFields> rest) {
        return new Call(
                fields.text("callID"),
                fields.text("callingNumber"),
                fields.text("lineAddress"),
                fields.text("callStatus"),
                times(fields),
                fields.text("callAudioUrl"),
                fields.text("hangupCause"),
                fields.text("termSipCode"),
                fields.objects("intents", CallReplies::intent),
                fields.objects("sms", CallReplies::sms),
                fields.object("agent", CallReplies::agent),
                fields.objects("params", CallReplies::parameter),
                rest.get());
    }

    private static CallTimes times(Fields fields) {
        return new CallTimes(
                fields.number("callStartTs"),
                fields.number("callAnswerTs"),
                fields.number("callEndTs"),
                fields.number("callDuration"));
    }

    private static Intent intent(Fields fields) {
        return new Intent(
                fields.text("intentID"),
                fields.text("intentTag"),
                fields.text("intentName"),
                fields.text("intentLevel"),
                fields.rest());
    }

    private static SentSms sms(Fields fields) {
        return new SentSms(
                fields.number("smsSendTs"), fields.text("sysMessageID"), fields.text("smsContent"), fields.rest());
    }

    private static CallAgent agent(Fields fields) {
        return new CallAgent(
                fields.text("agentName"),
                fields.text("agentGroup"),
                fields.text("agentCallStatus"),
                fields.number("agentCallElapsed"),
                fields.text("agentLabel"),
                fields.number("manualCallStart"),
                fields.number("manualCallAnswer"),
                fields.number("manualCallEnd"),
                fields.text("manualHangupBy"),
                fields.rest());
    }

    private static CallParameter parameter(Fields fields) {
        return new CallParameter(fields.text("name"), fields.text("value"), fields.rest());
    }
}

package io.callport.vendor.callbot;

import io.callport.callinfo.Call;
import io.callport.query.VendorFields;
import io.callport.vendor.json.FieldReader;
import java.util.function.Supplier;

/** Maps a call, field by field as the wiki's pages orderDetailList and callCallback list them. */
public final class CallMapper {
    private CallMapper() {}

    /** Maps a call that stands in an object of its own. */
    public static Call call(FieldReader fields) {
        return call(fields, fields::rest);
    }

    /** Maps a call whose fields stand among others, so that the remaining fields are not the call's alone. */
    public static Call callBesideOthers(FieldReader fields) {
        return call(fields, () -> VendorFields.NONE);
    }

    private static Call call(FieldReader fields, Supplier<VendorFields> rest) {
        return new Call(
                fields.text("callID"),
                fields.text("callingNumber"),
                fields.text("lineAddress"),
                fields.text("callStatus"),
                times(fields),
                fields.text("callAudioUrl"),
                fields.text("hangupCause"),
                fields.text("termSipCode"),
                fields.objects("intents", CallMapper::intent),
                fields.objects("sms", CallMapper::sms),
                fields.object("agent", CallMapper::agent),
                fields.objects("params", CallMapper::parameter),
                rest.get());
    }

    private static Call.Times times(FieldReader fields) {
        return new Call.Times(
                fields.number("callStartTs"),
                fields.number("callAnswerTs"),
                fields.number("callEndTs"),
                fields.number("callDuration"));
    }

    private static Call.Intent intent(FieldReader fields) {
        return new Call.Intent(
                fields.text("intentID"),
                fields.text("intentTag"),
                fields.text("intentName"),
                fields.text("intentLevel"),
                fields.rest());
    }

    private static Call.Sms sms(FieldReader fields) {
        return new Call.Sms(
                fields.number("smsSendTs"), fields.text("sysMessageID"), fields.text("smsContent"), fields.rest());
    }

    private static Call.Agent agent(FieldReader fields) {
        return new Call.Agent(
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

    private static Call.Parameter parameter(FieldReader fields) {
        return new Call.Parameter(fields.text("name"), fields.text("value"), fields.rest());
    }
}

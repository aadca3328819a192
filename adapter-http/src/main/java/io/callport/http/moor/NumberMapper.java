package io.callport.http.moor;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.http.reply.Reply;
import io.callport.numberpool.NumberGroup;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.PoolNumber;
import io.callport.numberpool.SipNumber;
import io.callport.numberpool.SipNumber.Registration;
import io.callport.numberpool.SipNumberList;
import io.callport.numberpool.SipNumberList.Holder;
import io.callport.numberpool.SipNumberList.RegisteredNumber;
import io.callport.query.Changes;
import io.callport.vendor.json.FieldReader;

/**
 * Maps the answers about numbers, field by field as developer.7moor.com/v7/number-management and /sip-management list
 * them.
 */
final class NumberMapper {
    private NumberMapper() {}

    /** Maps the number pool. An absent list counts as empty; without {@code data} the reply is no answer. */
    static NumberPool numbers(Reply reply) {
        JsonNode data = reply.json().path("data");
        if (!data.isObject()) {
            throw reply.malformed("The answer says success, but its data is no object with the lists of numbers");
        }
        FieldReader fields = new FieldReader(data);
        return new NumberPool(
                fields.objects("displayNumberList", NumberMapper::poolNumber),
                fields.objects("serviceNumberList", NumberMapper::poolNumber),
                fields.objects("sipNumberList", NumberMapper::sipNumber),
                fields.rest());
    }

    static NumberGroups groups(Reply reply) {
        return new NumberGroups(reply.list("data", NumberMapper::group));
    }

    static SipNumberList sipNumbers(Reply reply) {
        return new SipNumberList(
                reply.list("data", NumberMapper::registeredNumber),
                MoorEnvelope.besideData(reply).rest());
    }

    private static RegisteredNumber registeredNumber(FieldReader fields) {
        return new RegisteredNumber(
                fields.text("sipId"),
                fields.text("number"),
                fields.text("accountId"),
                fields.object("agent", NumberMapper::holder),
                registration(fields),
                fields.rest());
    }

    private static Holder holder(FieldReader fields) {
        return new Holder(fields.text("agentId"), fields.text("agentName"), fields.text("agentNumber"), fields.rest());
    }

    private static PoolNumber poolNumber(FieldReader fields) {
        return new PoolNumber(
                fields.text("_id"),
                fields.text("number"),
                fields.text("name"),
                fields.text("account"),
                fields.text("callAbility"),
                fields.text("status"),
                fields.text("line"),
                fields.text("resourceType"),
                fields.count("concurrency"),
                fields.text("ivrId"),
                fields.objects("group", NumberMapper::group),
                changes(fields),
                fields.rest());
    }

    private static SipNumber sipNumber(FieldReader fields) {
        return new SipNumber(
                fields.text("_id"),
                fields.text("number"),
                fields.text("account"),
                fields.text("uid"),
                fields.flag("status"),
                fields.flag("isDel"),
                fields.flag("isNAT"),
                fields.flag("isWebRtc"),
                fields.text("busyReplayCode"), // spelled as the vendor spells it
                fields.texts("codingFormat"),
                fields.secret("password"),
                registration(fields),
                changes(fields),
                fields.rest());
    }

    private static Registration registration(FieldReader fields) {
        return new Registration(
                fields.flag("registerStatus"),
                fields.time("registerTime"),
                fields.text("registerDevice"),
                fields.text("clientUrl"),
                fields.text("serverUrl"));
    }

    private static Changes changes(FieldReader fields) {
        return new Changes(
                fields.time("createTime"),
                fields.text("createUser"),
                fields.time("updateTime"),
                fields.text("updateUser"));
    }

    private static NumberGroup group(FieldReader fields) {
        return new NumberGroup(fields.text("_id"), fields.text("name"), fields.rest());
    }
}

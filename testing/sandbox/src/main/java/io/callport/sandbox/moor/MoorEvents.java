package io.callport.sandbox.moor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.sandbox.callback.CallbackCredentials;
import io.callport.sandbox.callback.CallbackKind;
import io.callport.sandbox.callback.CallbackSource;
import io.callport.sandbox.callback.SampleCallback;
import io.callport.sandbox.vendor.AnswerJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * 7moor's call events after developer.7moor.com/v7 (event push): nothing is signed, and the path ends with a secret.
 * Four events in a row are the states of one call.
 */
public final class MoorEvents implements CallbackSource {
    private static final List<String> STATES = List.of("calling", "ring", "link", "hangup");

    @Override
    public boolean makes(CallbackKind kind) {
        return kind == CallbackKind.CALL_STATE;
    }

    @Override
    public SampleCallback make(CallbackKind kind, CallbackCredentials credentials, Instant now, Place place) {
        String state = STATES.get(place.number() % STATES.size());
        String callId = place.batch() + "-" + place.number() / STATES.size();
        String eventId = AnswerJson.id();
        String accountId = credentials.account().key();
        ObjectNode body = AnswerJson.documented(Moor.class, "event_push.json");
        body.put("eventUniqueId", eventId).put("accountId", accountId).put("callUniqueId", callId);
        body.put("callEvent", state).put("statusTime", Long.toString(now.getEpochSecond()));
        // Only dialoutRing is documented; the sandbox makes up the others by its pattern.
        body.put("pushType", "dialout" + state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1));
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("eventUniqueId", eventId);
        ids.put("callUniqueId", callId);
        String path = "/webhooks/7moor/" + accountId + "/" + credentials.pathSecret();
        return new SampleCallback(path, Map.of(), AnswerJson.bytes(body), ids, callId);
    }
}

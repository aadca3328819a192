package io.callport.tools.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.admin.StateView;
import io.callport.kafka.admin.StateView.AccountRecord;
import io.callport.kafka.admin.StateView.CommittedOffset;
import io.callport.kafka.admin.StateView.Home;
import io.callport.kafka.admin.StateView.Identity;
import io.callport.kafka.admin.StateView.Marker;
import io.callport.tools.shell.SafeText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the state of an account for programs: one JSON object on one line. */
final class StateJson {
    private static final int TEXT = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    static String line(StateReport report) {
        StateView view = report.view();
        ObjectNode json = JSON.createObjectNode();
        json.put("account", view.account().toString());
        json.put("at", view.readAt().toString());
        json.put(
                "budget",
                report.configured() == null ? null : report.configured().toString());
        json.set("home", home(view.home()));
        json.set("identity", identity(view.contents().identity()));
        json.set("offset", offset(view.offset()));
        json.put("accounts", view.contents().accounts());
        json.put("chunks", view.contents().chunks());
        json.put("endOffset", view.contents().endOffset());
        json.put("key", view.contents().key());
        json.set("record", accountRecord(view.accountRecord()));
        json.put("problem", view.problem() == null ? null : SafeText.safe(view.problem(), TEXT));
        report.notes().forEach(json.putArray("notes")::add);
        return json.toString();
    }

    private static JsonNode home(Home home) {
        return JSON.createObjectNode()
                .put("group", home.groupId())
                .put("topic", home.commands())
                .put("topicId", home.topicId())
                .put("partitions", home.partitions())
                .put("stateTopic", home.state())
                .put("stateTopicId", home.stateTopicId())
                .put("partition", home.partition());
    }

    private static JsonNode identity(@Nullable Identity identity) {
        return identity == null
                ? NullNode.getInstance()
                : JSON.createObjectNode()
                        .put("group", SafeText.safe(identity.groupId(), TEXT))
                        .put("topicId", SafeText.safe(identity.topicId(), TEXT))
                        .put("partitions", identity.partitions())
                        .put("firstPartitions", identity.firstPartitions());
    }

    private static JsonNode offset(@Nullable CommittedOffset offset) {
        if (offset == null) {
            return NullNode.getInstance();
        }
        ObjectNode json = JSON.createObjectNode()
                .put("offset", offset.offset())
                .put("metadata", offset.metadata().name().toLowerCase(Locale.ROOT))
                .put("detail", offset.detail());
        json.set("marker", marker(offset.marker()));
        return json;
    }

    private static JsonNode marker(@Nullable Marker marker) {
        return marker == null
                ? NullNode.getInstance()
                : JSON.createObjectNode()
                        .put("topicId", marker.topicId())
                        .put("stateTopicId", marker.stateTopicId())
                        .put("firstPartitions", marker.firstPartitions())
                        .put("stateOffset", marker.stateOffset());
    }

    private static JsonNode accountRecord(@Nullable AccountRecord kept) {
        if (kept == null) {
            return NullNode.getInstance();
        }
        ObjectNode json = JSON.createObjectNode()
                .put("budget", kept.budget().toString())
                .put("writtenAt", kept.writtenAt().toString());
        ArrayNode slots = json.putArray("slots");
        kept.slots()
                .forEach(each -> slots.addObject()
                        .put("count", each.count())
                        .put("endedAgo", each.endedAgo().toString()));
        return json.put("lastSlotFreeAt", kept.lastSlotFreeAt().toString())
                .put("freeAfterTakeover", kept.freeAfterTakeover().toString());
    }
}

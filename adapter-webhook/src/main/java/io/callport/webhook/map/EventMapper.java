package io.callport.webhook.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.event.UnmappedData;
import io.callport.vendor.callbot.OrderMapper;
import io.callport.vendor.callbot.TaskMapper;
import io.callport.vendor.json.FieldReader;
import io.callport.vendor.moor.CallStateMapper;
import io.callport.vendor.nxlink.RecordMapper;
import io.callport.webhook.route.Route;

/** Maps a vendor's fields to the record of an event; fields that are not mapped are kept, and so is all else. */
public final class EventMapper {
    private EventMapper() {}

    /** The record of the route's event, or {@link UnmappedData} where the fields do not map to one. */
    public static Record map(Route route, ObjectNode body) {
        if (!mayMap(route, body)) {
            return unmapped(body);
        }
        try {
            return record(route, new FieldReader(body));
        } catch (RuntimeException e) { // nothing that is authentic is lost
            return unmapped(body);
        }
    }

    private static boolean mayMap(Route route, ObjectNode body) {
        return switch (route) {
            case CALLBOT_CALL, CALLBOT_ORDER -> body.path("callInfoDetail").isObject();
            case CALLBOT_TASK -> body.path("taskStat").isObject();
            case NXLINK_SIGNED, NXLINK_TOKEN, MOOR -> true;
        };
    }

    private static Record record(Route route, FieldReader fields) {
        return switch (route) {
            case CALLBOT_CALL -> OrderMapper.orderCall(fields);
            case CALLBOT_ORDER -> OrderMapper.completedOrder(fields);
            case CALLBOT_TASK -> TaskMapper.task(fields);
            case NXLINK_SIGNED, NXLINK_TOKEN -> RecordMapper.callRecord(fields);
            case MOOR -> CallStateMapper.callState(fields);
        };
    }

    private static UnmappedData unmapped(ObjectNode body) {
        return new UnmappedData(new FieldReader(body).rest());
    }
}

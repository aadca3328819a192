package io.callport.event;

import io.callport.account.Account;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An authentic event that a vendor pushed. Immutable.
 *
 * @param id the event's id, 32 lower-case hexadecimal digits: the same whenever the vendor sends the same event again
 * @param type the kind of event
 * @param account the account that the event is about
 * @param receivedAt the time at which it was received
 * @param vendorRequestId the vendor's id of its request; {@code null} where it sent none
 * @param data the record of the type, or {@link UnmappedData}
 */
public record VendorEvent(
        String id,
        EventType<?> type,
        Account account,
        Instant receivedAt,
        @Nullable String vendorRequestId,
        Record data) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /**
     * @throws IllegalArgumentException if the id is not of its form, or the data is neither of the type nor unmapped
     */
    public VendorEvent {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "event: id must be 32 lower-case hexadecimal digits, but has " + id.length() + " characters");
        }
        if (!type.data().isInstance(data) && !(data instanceof UnmappedData)) {
            throw new IllegalArgumentException("event: data of " + type.name() + " must be a "
                    + type.data().getSimpleName() + " or UnmappedData");
        }
    }

    /** Whether the vendor's fields were mapped to the record of the type. */
    public boolean mapped() {
        return type.data().isInstance(data);
    }

    /** The id that the event is about, such as a call's; empty where the vendor sent none, or the data is unmapped. */
    public Optional<String> subject() {
        return subject(type);
    }

    private <D extends Record> Optional<String> subject(EventType<D> type) {
        return mapped() ? Optional.ofNullable(type.subject().apply(type.data().cast(data))) : Optional.empty();
    }
}

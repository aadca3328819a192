package io.callport.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that the vendor sent and Callport does not map: kept under the vendor's own names, so that an undocumented
 * field is never lost. Values are what JSON has: text, {@link Number}, {@link Boolean}, {@code null}, lists and maps of
 * these.
 *
 * @param fields the fields in the vendor's order; copied, unmodifiable
 */
public record VendorFields(Map<String, @Nullable Object> fields) {
    public static final VendorFields NONE = new VendorFields(Map.of());

    /** Copies the map, so that later changes to it do not show. */
    public VendorFields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

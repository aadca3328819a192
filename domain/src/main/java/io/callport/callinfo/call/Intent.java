package io.callport.callinfo.call;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * What a callee wanted, by the script's intent tags.
 *
 * @param intentId the tag's id
 * @param intentTag the tag
 * @param intentName the tag's name
 * @param intentLevel the level, verbatim; its values are not documented
 * @param vendorFields what else the vendor sent
 */
public record Intent(
        @Nullable String intentId,
        @Nullable String intentTag,
        @Nullable String intentName,
        @Nullable String intentLevel,
        VendorFields vendorFields) {}

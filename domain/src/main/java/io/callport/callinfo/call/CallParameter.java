package io.callport.callinfo.call;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * The value of one of the script's variables in a call.
 *
 * @param name the variable
 * @param value its value
 * @param vendorFields what else the vendor sent
 */
public record CallParameter(@Nullable String name, @Nullable String value, VendorFields vendorFields) {}

package io.callport.numberpool;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * A group of display numbers (外显号组).
 *
 * @param id the vendor's id, by which a dial-out names the group
 * @param name the name of the group
 * @param vendorFields the other fields that the vendor sent
 */
public record NumberGroup(@Nullable String id, @Nullable String name, VendorFields vendorFields) {}

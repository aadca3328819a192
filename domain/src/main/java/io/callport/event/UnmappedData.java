package io.callport.event;

import io.callport.query.VendorFields;

/**
 * The data of an authentic event that could not be mapped to the record of its type.
 *
 * @param vendorFields all fields that the vendor sent
 */
public record UnmappedData(VendorFields vendorFields) {}

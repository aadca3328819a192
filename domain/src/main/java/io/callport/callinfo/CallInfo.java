package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;

/**
 * The information that Callbot has of a customer's calls. The vendor documents no field of this answer, so that nothing
 * is mapped and everything is kept.
 *
 * @param vendorFields all fields that the vendor sent inside its envelope
 */
public record CallInfo(VendorFields vendorFields) implements Answer {}

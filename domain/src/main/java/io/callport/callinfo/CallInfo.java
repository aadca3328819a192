package io.callport.callinfo;

import io.callport.query.Answer;
import io.callport.query.VendorFields;

/**
 * What Callbot knows of a customer's calls. The vendor documents no field of this answer, so nothing is mapped and
 * everything is kept.
 *
 * @param vendorFields all that the vendor sent inside its envelope
 */
public record CallInfo(VendorFields vendorFields) implements Answer {}

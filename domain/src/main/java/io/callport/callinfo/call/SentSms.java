package io.callport.callinfo.call;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * A message sent for a call.
 *
 * @param smsSendTs when; the unit is not documented
 * @param sysMessageId the vendor's id
 * @param smsContent its text
 * @param vendorFields what else the vendor sent
 */
public record SentSms(
        @Nullable Long smsSendTs,
        @Nullable String sysMessageId,
        @Nullable String smsContent,
        VendorFields vendorFields) {}

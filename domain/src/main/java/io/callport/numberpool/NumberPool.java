package io.callport.numberpool;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;

/**
 * The numbers of an account, as the vendor lists them.
 *
 * @param displayNumbers the numbers that callees see (外显号)
 * @param serviceNumbers the numbers that callers dial (服务号)
 * @param sipNumbers the SIP numbers of agents
 * @param vendorFields the other fields that the vendor sent beside the lists
 */
public record NumberPool(
        List<PoolNumber> displayNumbers,
        List<PoolNumber> serviceNumbers,
        List<SipNumber> sipNumbers,
        VendorFields vendorFields)
        implements Answer {
    public NumberPool {
        displayNumbers = List.copyOf(displayNumbers);
        serviceNumbers = List.copyOf(serviceNumbers);
        sipNumbers = List.copyOf(sipNumbers);
    }
}

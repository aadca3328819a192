package io.callport.numberpool;

import io.callport.query.Answer;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers from which an agent (座席) may call.
 *
 * @param callerNumbers the numbers, in the vendor's order
 * @param vendorFields the other fields that the vendor sent beside the list
 */
public record CallerNumberList(List<CallerNumber> callerNumbers, VendorFields vendorFields) implements Answer {
    public CallerNumberList {
        callerNumbers = List.copyOf(callerNumbers);
    }

    /**
     * A number from which an agent may call (NXCloud wiki, NXCC-API-didQuery). A component is {@code null} where the
     * vendor sent nothing, or a value of another type, which stays in {@code vendorFields}.
     *
     * @param number the number
     * @param remark the vendor's remark
     * @param routerId the route's id
     * @param routerName the route's name
     * @param type the vendor's code, verbatim: 0 DID, -1 random, 1 route
     * @param vendorFields the other fields that the vendor sent
     */
    public record CallerNumber(
            @Nullable String number,
            @Nullable String remark,
            @Nullable String routerId,
            @Nullable String routerName,
            @Nullable String type,
            VendorFields vendorFields) {}
}

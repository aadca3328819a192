package io.callport.numberpool;

import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A display number (外显号) or a service number (服务号), as 7moor describes it (developer.7moor.com/v7/number-management). A
 * component is {@code null} where the vendor sent nothing, or a value of another type, which stays in
 * {@code vendorFields}.
 *
 * @param id the vendor's id; at 7moor the number itself
 * @param number the number
 * @param name the label of the number, seen in the vendor's example only
 * @param account the vendor's id of the owning account
 * @param callAbility the vendor's code, verbatim: 1 or 3 service number, 2 or 3 display number
 * @param status the vendor's word, verbatim: {@code enable} or {@code disable}
 * @param line the line (线路) of the number
 * @param resourceType the kind of number, verbatim: {@code trunkNumber} (固话) or {@code xNumber} (小号)
 * @param concurrency the number of phone calls at once
 * @param ivrId the id of the voice menu; empty where there is none
 * @param groups the groups that have the number
 * @param changes the users who made and changed it, with times
 * @param vendorFields the other fields that the vendor sent
 */
public record PoolNumber(
        @Nullable String id,
        @Nullable String number,
        @Nullable String name,
        @Nullable String account,
        @Nullable String callAbility,
        @Nullable String status,
        @Nullable String line,
        @Nullable String resourceType,
        @Nullable Integer concurrency,
        @Nullable String ivrId,
        List<NumberGroup> groups,
        Changes changes,
        VendorFields vendorFields) {
    public PoolNumber {
        groups = List.copyOf(groups);
    }
}

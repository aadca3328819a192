package io.callport.agents;

import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue, in one form for all vendors: 7moor's skill group (技能组, developer.7moor.com/v7/peer-management) and NXLink's
 * agent group (坐席组, NXCloud wiki, NXCC-API-groupQuery). A component is {@code null} where the vendor sent nothing, or a
 * value of another type, which stays in {@code vendorFields}.
 *
 * @param id the vendor's id; 7moor's alone
 * @param number the number of the queue; NXLink's alone
 * @param name the name of the queue
 * @param account the vendor's id of the owning account; 7moor's alone
 * @param status the vendor's word, verbatim: enable or disable; 7moor's alone
 * @param remark the remark; NXLink's alone
 * @param familiarizeFirst whether a caller gets the same agent as before; NXLink's alone
 * @param ringPolicy the vendor's code, verbatim: 1 simultaneous, 2 sequential; NXLink's alone
 * @param members the queue's agents; 7moor's alone
 * @param changes the users who made and changed it, with times; 7moor's alone
 * @param vendorFields the other fields that the vendor sent, such as 7moor's {@code callConfig} and
 *     {@code webchatConfig}, whose types are not documented
 */
public record AgentQueue(
        @Nullable String id,
        @Nullable String number,
        @Nullable String name,
        @Nullable String account,
        @Nullable String status,
        @Nullable String remark,
        @Nullable Boolean familiarizeFirst,
        @Nullable String ringPolicy,
        List<QueueMember> members,
        Changes changes,
        VendorFields vendorFields) {
    public AgentQueue {
        members = List.copyOf(members);
    }
}

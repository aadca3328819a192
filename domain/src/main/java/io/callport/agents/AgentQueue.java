package io.callport.agents;

import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A queue, in one form for all vendors: 7moor's skill group (技能组, developer.7moor.com/v7/peer-management) and NXLink's agent
 * group (坐席组, NXCloud wiki, NXCC-API-groupQuery). A component is {@code null} where the vendor sent nothing, or nothing that
 * reads as its type; what did not read stays in {@code vendorFields}.
 *
 * @param id the vendor's id; 7moor's alone
 * @param number its number; NXLink's alone
 * @param name its name
 * @param account the vendor's id of the owning account; 7moor's alone
 * @param status the vendor's word, verbatim: enable or disable; 7moor's alone
 * @param remark what was noted of it; NXLink's alone
 * @param familiarizeFirst whether a caller gets the agent of before; NXLink's alone
 * @param ringPolicy the vendor's code, verbatim: 1 simultaneous, 2 sequential; NXLink's alone
 * @param members its agents; 7moor's alone
 * @param changes who made and changed it, and when; 7moor's alone
 * @param vendorFields what else the vendor sent, such as 7moor's {@code callConfig} and {@code webchatConfig}, whose types are
 *     not documented
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

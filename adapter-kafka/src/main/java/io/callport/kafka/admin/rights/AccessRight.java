package io.callport.kafka.admin.rights;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The right to one operation on some resources, and why the service needs it.
 *
 * @param operation the operation, such as READ
 * @param on the kind of resource
 * @param names the names of the resources; for transactional ids their common prefix
 * @param without the consequence of a missing right, as the rest of a sentence
 * @param optional whether the service runs without the right
 */
record AccessRight(AclOperation operation, ResourceType on, Set<String> names, String without, boolean optional) {
    AccessRight {
        names = new TreeSet<>(names);
    }

    static AccessRight required(AclOperation operation, ResourceType on, Set<String> names, String without) {
        return new AccessRight(operation, on, names, without, false);
    }

    static AccessRight optional(AclOperation operation, ResourceType on, Set<String> names, String without) {
        return new AccessRight(operation, on, names, without, true);
    }

    /** A copy on fewer resources. */
    AccessRight of(Set<String> fewer) {
        return new AccessRight(operation, on, fewer, without, optional);
    }
}

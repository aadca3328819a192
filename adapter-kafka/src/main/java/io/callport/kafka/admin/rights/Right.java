package io.callport.kafka.admin.rights;

import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One operation on some resources that the service does for one reason.
 *
 * @param operation what it does
 * @param on what kind of resource
 * @param names which of them; of transactional ids their common beginning
 * @param without what happens without it, as the rest of a sentence
 * @param optional whether the service runs without it
 */
record Right(AclOperation operation, ResourceType on, Set<String> names, String without, boolean optional) {
    Right {
        names = new TreeSet<>(names);
    }

    static Right needed(AclOperation operation, ResourceType on, Set<String> names, String without) {
        return new Right(operation, on, names, without, false);
    }

    static Right wished(AclOperation operation, ResourceType on, Set<String> names, String without) {
        return new Right(operation, on, names, without, true);
    }

    /** The same on fewer resources. */
    Right of(Set<String> fewer) {
        return new Right(operation, on, fewer, without, optional);
    }
}

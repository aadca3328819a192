package io.callport.signing;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The few headers of a signature, in the order of the vendor's documentation: a hash table of them would take longer to
 * make than everything else about a short body except its digest. Unmodifiable and thread-safe.
 */
final class SignatureHeaders extends AbstractMap<String, String> {
    private final List<Map.Entry<String, String>> entries;

    private SignatureHeaders(List<Map.Entry<String, String>> entries) {
        this.entries = entries;
    }

    /** A map of these entries, each name once; the list is unmodifiable. */
    static Map<String, String> of(List<Map.Entry<String, String>> entries) {
        return new SignatureHeaders(entries);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}

package io.callport.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that are armed and not yet spent, in the order of arming. Thread-safe. */
public final class ArmedFaults {
    private final List<Fault> armed = new ArrayList<>();

    /** Arms a fault, behind those already armed. */
    public synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    public synchronized void clear() {
        armed.clear();
    }

    /** The armed faults, with the number of requests that are left for each. */
    public synchronized List<Fault> list() {
        return List.copyOf(armed);
    }

    /** Takes the first fault that concerns the request, once; null if none does. */
    public synchronized @Nullable Fault take(String account, String path) {
        for (int i = 0; i < armed.size(); i++) {
            Fault fault = armed.get(i);
            if (fault.concerns(account, path)) {
                spend(i, fault);
                return fault;
            }
        }
        return null;
    }

    private void spend(int index, Fault fault) {
        if (fault.times() == 1) {
            armed.remove(index);
        } else {
            armed.set(index, fault.times(fault.times() - 1));
        }
    }
}

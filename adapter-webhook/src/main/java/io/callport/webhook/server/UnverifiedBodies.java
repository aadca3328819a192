package io.callport.webhook.server;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of bodies that are being read, within a bound. Where it is reached, the body that has been read for the
 * longest gives way, never the newcomer: an authentic callback comes whole in a moment, so that no flood of slow ones
 * keeps it out. Thread-safe.
 */
final class UnverifiedBodies {
    private final long most;
    private final Map<Body, Integer> bodies = new LinkedHashMap<>();
    private long held;
    private boolean closed;

    /** A body that is being read. */
    interface Body {
        /** Ends the reading, for there is no room; called once, after its bytes were released. */
        void giveWay();
    }

    UnverifiedBodies(long most) {
        this.most = most;
    }

    /** Takes room for more bytes of a body, or none yet; other bodies, or at last this one, give way. */
    void add(Body body, int bytes) {
        List<Body> giveWay = new ArrayList<>();
        synchronized (this) {
            bodies.merge(body, bytes, Integer::sum);
            held += bytes;
            Iterator<Map.Entry<Body, Integer>> oldest = bodies.entrySet().iterator();
            while ((held > most || closed) && oldest.hasNext()) {
                Map.Entry<Body, Integer> next = oldest.next();
                held -= next.getValue();
                giveWay.add(next.getKey());
                oldest.remove();
            }
        }
        giveWay.forEach(Body::giveWay);
    }

    /** Releases the bytes of a body, if it has not given way. */
    synchronized void remove(Body body) {
        Integer bytes = bodies.remove(body);
        if (bytes != null) {
            held -= bytes;
        }
    }

    /** Has all bodies give way, and those that come later: a stop waits for no client. */
    void close() {
        List<Body> giveWay;
        synchronized (this) {
            closed = true;
            giveWay = List.copyOf(bodies.keySet());
            bodies.clear();
            held = 0;
        }
        giveWay.forEach(Body::giveWay);
    }

    synchronized long held() {
        return held;
    }
}

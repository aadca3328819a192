package io.callport.app.service;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and SIGINT. The first asks the service to stop, so that it can end with exit code 0; the second stops the process.
 * A JVM's shutdown hook can do neither. {@code sun.misc.Signal} is called by reflection, for javac warns of it in a way that
 * cannot be turned off.
 */
public final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final int AT_ONCE = 1;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Consumer<String> first;

    private StopSignals(Consumer<String> first) {
        this.first = first;
    }

    /** From now on, the first signal's name goes to the consumer; the second ends the process. */
    public static void install(Consumer<String> first) {
        StopSignals signals = new StopSignals(first);
        for (String name : new String[] {"TERM", "INT"}) {
            try {
                signals.handle(name);
            } catch (ReflectiveOperationException e) {
                LOG.atWarn()
                        .addKeyValue("signal", name)
                        .log("This JVM cannot catch a signal; a stop will not be graceful");
            }
        }
    }

    private void handle(String name) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object handling = Proxy.newProxyInstance(
                handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, args) -> called(method, name));
        signal.getMethod("handle", signal, handler)
                .invoke(null, signal.getConstructor(String.class).newInstance(name), handling);
    }

    private Object called(Method method, String name) {
        switch (method.getName()) {
            case "handle" -> received(name);
            case "hashCode" -> {
                return System.identityHashCode(this);
            }
            default -> LOG.atDebug().addKeyValue("method", method.getName()).log("Unexpected call of a signal handler");
        }
        return false;
    }

    private void received(String name) {
        if (stopping.compareAndSet(false, true)) {
            first.accept(name);
        } else {
            Runtime.getRuntime().halt(AT_ONCE);
        }
    }
}

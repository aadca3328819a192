package io.callport.app.service;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles SIGTERM and SIGINT. The first signal asks the service to stop, so that the process can end with exit code 0;
 * the second signal ends the process at once. A JVM's shutdown hook can do neither. {@code sun.misc.Signal} is called
 * by reflection, because javac's warning about the class cannot be turned off.
 */
public final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final int AT_ONCE = 1;

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Consumer<String> first;

    private StopSignals(Consumer<String> first) {
        this.first = first;
    }

    /**
     * Installs the handlers: the name of the first signal goes to the consumer, and the second signal ends the process.
     */
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

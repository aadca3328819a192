package io.callport.http;

import io.callport.http.settings.HttpAccount;
import io.callport.http.settings.HttpListener;
import io.callport.http.settings.HttpSettings;
import io.callport.http.transport.ResponseMemory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.random.RandomGenerator;

/** Opens ports whose time and randomness a test controls. */
public final class ControlledPorts {
    private ControlledPorts() {}

    public static HttpPorts open(
            HttpSettings settings,
            Collection<HttpAccount> accounts,
            HttpListener listener,
            InstantSource time,
            RandomGenerator random) {
        return HttpPorts.open(settings, accounts, listener, ResponseMemory.unbounded(), time, random);
    }
}

package com.example.shop.web;

import com.example.shop.order.Shop;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;

public final class ShopServer implements AutoCloseable {
    private final HttpServer server;
    private final Shop shop;
    private final Clock clock;

    public ShopServer(int port, Shop shop, Clock clock) throws IOException {
        this.shop = shop;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/orders", this::place);
        server.start();
    }

    private void place(HttpExchange exchange) throws IOException {
        shop.place(exchange.getRequestURI().getQuery(), 1_00, clock.instant());
        exchange.sendResponseHeaders(201, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package com.example.shop.main;

import com.example.shop.order.Shop;
import com.example.shop.store.JdbcOrders;
import com.example.shop.web.ShopServer;
import java.io.IOException;
import java.time.Clock;

final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        new ShopServer(8080, new Shop(new JdbcOrders(arguments[0])), Clock.systemUTC());
    }
}

package com.example.shop.order;

import com.example.shop.order.discount.Discount;
import java.time.Instant;

public final class Shop {
    private final Orders orders;

    public Shop(Orders orders) {
        this.orders = orders;
    }

    public Order place(String id, long cents, Instant now) {
        Order order = new Order(id, Discount.on(cents), now);
        orders.keep(order);
        return order;
    }
}

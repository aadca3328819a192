package com.example.shop.order;

import java.util.List;

public interface Orders {
    void keep(Order order);

    List<Order> all();
}

package com.example.shop.order.discount;

public final class Discount {
    private Discount() {}

    public static long on(long cents) {
        return cents > 100_00 ? cents - cents / 10 : cents;
    }
}

package com.example.shop.order;

import java.time.Instant;

public record Order(String id, long cents, Instant placedAt) {}

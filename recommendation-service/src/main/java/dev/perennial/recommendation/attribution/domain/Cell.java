package dev.perennial.recommendation.attribution.domain;

import java.time.LocalDate;

/** What is counted together. */
public record Cell(String workspace, LocalDate day, Source source, String product) {}

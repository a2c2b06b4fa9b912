package dev.perennial.contracts;

/** The names of all topics. Each has as many partitions as there are shards; see {@link Shards}. */
public final class Topics {

  /** {@code AcceptedEvent}, live. Key: {@link #subjectKey}. */
  public static final String EVENTS_ACCEPTED = "events.accepted";

  /**
   * {@code AcceptedEvent} of bulk imports, apart so that they never stand in the way of live ones.
   */
  public static final String EVENTS_IMPORTED = "events.imported";

  /** {@code ProfileActivity}. Key: the profile's id. */
  public static final String PROFILE_ACTIVITY = "profile.activity";

  /** {@code SegmentTransition}. Key: the profile's id. */
  public static final String SEGMENT_TRANSITIONS = "segment.transitions";

  /** {@code MessageRequest}. Key: the profile's id. */
  public static final String MESSAGE_REQUESTS = "message.requests";

  /** {@code ProductTold}, as the shop says it. Key: workspace and product id. */
  public static final String CATALOG_UPDATES = "catalog.updates";

  /** {@code ProductChanged}. Key: workspace and product id. */
  public static final String CATALOG_CHANGES = "catalog.changes";

  /** Appended to a topic's name: what could not be processed of it, as {@code DeadRecord}. */
  public static final String DEAD_SUFFIX = ".dead";

  private Topics() {}

  /** The key of a product: all that is told of it stays in order. */
  public static String productKey(String workspace, String productId) {
    return workspace + ":" + productId;
  }

  /**
   * The key of an event: all that arrives under one identifier stays in order.
   *
   * @param identifier the userId, else the anonymousId, else the first external id
   */
  public static String subjectKey(String workspace, String identifier) {
    return workspace + ":" + identifier;
  }
}

package dev.perennial.evaluation.retail;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.evaluation.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetailFileTest {

  private static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  @TempDir Path directory = Path.of("");

  @Test
  void linesOfOneInvoiceAreOneOrder() throws IOException {
    var invoices =
        read(
            HEADER,
            "1,12345a,\"A cup, white\",2,2011-01-02 10:05:00,1.50,17850,France",
            "1,12346,\"A \"\"fine\"\" plate\",1,2011-01-02 10:00:00,3,17850,France");
    var only = invoices.getFirst();
    assertEquals(1, invoices.size());
    assertEquals(Set.of("12345A", "12346"), only.products());
    assertEquals(Instant.parse("2011-01-02T10:00:00Z"), only.issuedAt());
    assertEquals(Optional.of("17850"), only.customer());
  }

  @Test
  void otherLineEndsAByteOrderMarkAndOtherColumnsAreRead() throws IOException {
    var file = directory.resolve("other.csv");
    var header = "\uFEFFInvoiceDate,CustomerID,UnitPrice,Quantity,StockCode,InvoiceNo";
    Files.writeString(file, String.join("\r\n", header, "2011-01-02 10:05:00,,1.50,2,12345,1", ""));
    var invoices = RetailFile.read(options(file));
    assertEquals(1, invoices.size());
    assertEquals(Optional.empty(), invoices.getFirst().customer());
  }

  @Test
  void whatIsNoSaleOfAProductIsLeftOut() throws IOException {
    var invoices =
        read(
            HEADER,
            "C1,12345,,-1,2011-01-02 10:05:00,1,1,x",
            "2,POST,,1,2011-01-02 10:05:00,1,1,x",
            "3,12345,,1,2011-01-02 10:05:00,0,1,x",
            "4,12345,,1,2011-01-02 10:05:00,1,1,x");
    assertEquals(List.of("4"), invoices.stream().map(Invoice::number).toList());
  }

  @Test
  void aBrokenLineIsSaidWithItsNumber() {
    var good = "1,12345,\"two\nlines\",1,2011-01-02 10:05:00,1,1,x";
    assertEnds(", line 4: has 3 columns, not 8 as the first", HEADER, good, "2,12345,x");
    assertEnds(
        ", line 4: Quantity is no number: \"two\"",
        HEADER,
        good,
        "2,12345,x,two,2011-01-02 10:05:00,1,1,x");
    assertEnds(
        ", line 2: InvoiceDate is no time such as 2010-12-01 08:26:00: \"1/2/2011 10:05\"",
        HEADER,
        "2,12345,x,2,1/2/2011 10:05,1,1,x");
  }

  @Test
  void aQuoteThatDoesNotEndIsSaidWithItsLine() {
    var message = refused(HEADER, "1,12345,\"a,1,2011-01-02 10:05:00,1,1,x");
    assertTrue(message.contains(" can't be read: ") && message.contains("line"), message);
  }

  @Test
  void missingColumnsAreNamedBesideThoseThatAreThere() {
    assertEnds(
        " has no column Quantity, CustomerID; its first line, separated by commas, holds:"
            + " InvoiceNo | StockCode | InvoiceDate | UnitPrice",
        "InvoiceNo,StockCode,InvoiceDate,UnitPrice",
        "1,12345,2011-01-02 10:05:00,1");
  }

  @Test
  void aFileThatIsNotThereOrSaysNothingIsRefused() {
    assertEnds(" holds no sale of a product", HEADER);
    var missing = options(directory.resolve("none.csv"));
    var refused =
        assertThrows(IllegalArgumentException.class, () -> RetailFile.read(missing)).getMessage();
    assertTrue(requireNonNull(refused).startsWith("there is no file "), refused);
  }

  @Test
  void aSplitMustHaveOrdersOnBothSides() {
    var period = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 9));
    assertEquals(LocalDate.of(2011, 11, 9), period.split(Optional.empty(), 1));
    assertEquals(period.last(), period.split(Optional.of(period.last()), 1));
    for (var outside : List.of(period.first(), period.last().plusDays(1))) {
      assertThrows(IllegalArgumentException.class, () -> period.split(Optional.of(outside), 1));
    }
  }

  private void assertEnds(String end, String... lines) {
    var message = refused(lines);
    assertTrue(message.endsWith(end), message);
  }

  private String refused(String... lines) {
    return requireNonNull(
        assertThrows(IllegalArgumentException.class, () -> read(lines)).getMessage());
  }

  private List<Invoice> read(String... lines) throws IOException {
    var file = directory.resolve("orders.csv");
    Files.write(file, List.of(lines));
    return RetailFile.read(options(file));
  }

  private static Options options(Path file) {
    return new Options(Optional.empty(), Optional.of(file), Optional.empty(), Optional.empty());
  }
}

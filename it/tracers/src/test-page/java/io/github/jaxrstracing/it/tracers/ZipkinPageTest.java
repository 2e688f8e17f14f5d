// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.awaitility.Awaitility.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.quickstart.ZipkinServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What a user of the quickstart sees on Zipkin's page. */
@Timeout(240)
class ZipkinPageTest {
  /** The README's picture, taken with {@code -Dpicture}. */
  private static final Path PICTURE = Path.of("..", "..", "docs", "images", "trace.png");

  private static final Path JAR = Path.of("..", "quickstart", "target", "zipkin.jar");

  private ChromeDriver browser;
  private ZipkinServer zipkin;
  private QuickstartProgram quickstart;

  @BeforeEach
  void startAll(@TempDir Path profile) throws Exception {
    browser = Chromium.start(profile);
    zipkin = new ZipkinServer(JAR, Path.of("target", "zipkin-page.log"));
    quickstart = new QuickstartProgram("-Dzipkin=" + zipkin.uri());
  }

  @AfterEach
  void endAll() {
    if (quickstart != null) {
      quickstart.close();
    }
    if (zipkin != null) {
      zipkin.close();
    }
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void showsTheTraceOfThreeServicesWithItsErrorAndWhoCallsWhom() throws Exception {
    String curl = quickstart.awaitLine(line -> line.startsWith("  curl "));
    String offer = curl.substring("  curl ".length());
    String link = "";
    for (int i = 0; i < 3; i++) { // the third is the one that the picture is taken of
      Requests.send(URI.create(offer.replace("kettle", "umbrella")));
      link = quickstart.awaitLine(line -> line.startsWith("    http://")).strip();
    }

    awaitSpans(link.substring(link.lastIndexOf('/') + 1));
    showsTheTrace(link);
    showsTheMap();
  }

  // The page asks the server once.
  private void awaitSpans(String traceId) {
    URI trace = zipkin.uri().resolve("/api/v2/trace/" + traceId);
    patience()
        .untilAsserted(
            () -> assertThat(Requests.send(trace).body()).contains("\"stock\"", "\"prices\""));
  }

  private void showsTheTrace(String link) throws Exception {
    browser.manage().window().setSize(new Dimension(1200, 620));
    browser.get(link);

    WebElement stock = awaitElement("//div[text()='stock: get:/stock/{item}']");
    assertThat(lines(By.tagName("main")))
        .contains(
            "shop: get:/items/{item}/offer",
            "shop: ask-stock",
            "shop: ask-price",
            "prices: get:/prices/{item}")
        .containsSequence("Services", "3")
        .containsSequence("Total Spans", "5");
    assertThat(browser.findElements(By.xpath("//*[contains(@class, 'colorError')]/../div")))
        .extracting(WebElement::getText)
        .containsExactly(
            "shop: get:/items/{item}/offer", "shop: ask-stock", "stock: get:/stock/{item}");

    stock.click();

    WebElement error = awaitElement("//*[contains(text(), 'no shelf holds the umbrella')]");
    if (System.getProperty("picture") != null) {
      browser.executeScript("arguments[0].scrollIntoView({block: 'start'})", error);
      Picture.write(browser.getScreenshotAs(OutputType.BYTES), PICTURE);
    }
  }

  private void showsTheMap() {
    browser.manage().window().setSize(new Dimension(1200, 700));
    browser.get(zipkin.uri() + "/zipkin/dependency");
    awaitElement("//button[@data-testid='search-button']").click();
    awaitElement("//div[@data-testid='dependencies-graph']//canvas");

    // The map is a drawing: who calls whom is told of the service that is clicked.
    List<String> shop = patience().until(this::clickShop, shown -> !shown.isEmpty());
    assertThat(shop).contains("shop", "This service uses 2 services", "stock 6 4", "prices 4 0");
  }

  private List<String> clickShop() {
    WebElement canvas = browser.findElement(By.tagName("canvas"));
    new Actions(browser).moveToElement(canvas, -268, 0).click().perform();
    List<String> shown = lines(By.cssSelector("[data-testid=dependencies-graph]"));
    return shown.contains("Uses (traced requests)") ? shown : List.of();
  }

  private WebElement awaitElement(String xpath) {
    return patience()
        .until(() -> browser.findElements(By.xpath(xpath)), found -> !found.isEmpty())
        .get(0);
  }

  private static ConditionFactory patience() {
    return await().atMost(60, TimeUnit.SECONDS);
  }

  private List<String> lines(By by) {
    return browser.findElement(by).getText().lines().toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A pom as somebody reads it who has nothing else. */
record Pom(String source, Document document) {
  static Pom read(Path file) throws Exception {
    String source = Files.readString(file);
    InputSource input = new InputSource(new StringReader(source));
    return new Pom(source, DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(input));
  }

  /** The text of the first element at this path, below the project; empty when there is none. */
  String text(String path) throws XPathExpressionException {
    return XPathFactory.newInstance().newXPath().evaluate("/project/" + path, document).trim();
  }

  List<String> all(String path) throws XPathExpressionException {
    NodeList found =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/" + path, document, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }
}

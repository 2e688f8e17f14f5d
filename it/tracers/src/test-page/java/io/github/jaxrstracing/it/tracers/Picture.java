// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** A screenshot with at most 256 colours, which makes its file a third as long. */
final class Picture {
  private static final int FOUR_BITS_EACH = 0xf0f0f0;

  private Picture() {}

  static void write(byte[] screenshot, Path file) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(screenshot));
    BufferedImage small =
        new BufferedImage(
            full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette(full));
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        small.setRGB(x, y, 0xff000000 | rounded(full.getRGB(x, y)));
      }
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(small, "png", file.toFile());
  }

  private static IndexColorModel palette(BufferedImage image) {
    Set<Integer> colours = new TreeSet<>();
    for (int rgb : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
      colours.add(rounded(rgb));
    }
    int[] map = colours.stream().mapToInt(Integer::intValue).limit(256).toArray();
    return new IndexColorModel(8, map.length, map, 0, false, -1, 0);
  }

  // White stays white: the upper half of each channel is repeated in its lower half.
  private static int rounded(int rgb) {
    int upper = rgb & FOUR_BITS_EACH;
    return upper | upper >> 4;
  }
}

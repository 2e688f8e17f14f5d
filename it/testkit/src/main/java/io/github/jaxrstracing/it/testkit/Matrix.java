// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A column of the matrix in the documentation: what holds for one implementation, one line a {@link
 * Behaviour}. It follows from the environments on the class path, which are those that run there.
 */
public final class Matrix {
  private static final Path PAGE = Path.of("..", "..", "docs", "implementations.md");
  private static final String SECTION = "## What holds where";
  private static final Pattern CELL = Pattern.compile("(yes|differs|no)(?: \\(([0-9, ]+)\\))?");
  private static final Pattern NOTE = Pattern.compile("([0-9]+)\\. (.*)");

  private Matrix() {}

  /**
   * The column as the environments have it.
   *
   * @param base what all contracts of a side share
   */
  public static String made(Class<?> base) {
    Map<String, Cell> cells = new TreeMap<>();
    for (Class<?> environment : Contracts.environments(base)) {
      for (Class<?> contract : Contracts.contracts(base)) {
        addTests(environment, contract, base, cells);
      }
      addSwitches(environment, base, cells);
    }
    return text(cells);
  }

  /**
   * The column as the documentation has it.
   *
   * @param side the first word of the table
   * @param implementation its name
   * @param version its version, of which the page names the first two numbers
   */
  public static String onPage(String side, String implementation, String version)
      throws IOException {
    String[] numbers = version.split("\\.", -1);
    String title = implementation + ' ' + numbers[0] + '.' + numbers[1];
    return in(Files.readString(PAGE), side, title);
  }

  static String in(String page, String side, String title) {
    List<String> lines =
        page.lines()
            .dropWhile(line -> !line.equals(SECTION))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .toList();
    Map<String, String> notes = notes(lines);
    List<List<String>> rows =
        lines.stream()
            .dropWhile(line -> !line.startsWith("| " + side + " |"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> Stream.of(line.split("\\|", -1)).map(String::trim).toList())
            .toList();
    int column = rows.isEmpty() ? -1 : rows.get(0).indexOf(title);
    if (column < 0) {
      return "no column " + title + " in the table " + side;
    }
    Map<String, String> cells = new TreeMap<>();
    for (List<String> row : rows.subList(2, rows.size())) {
      cells.put(row.get(1), cell(row.get(column), notes));
    }
    notes.keySet().stream()
        .filter(number -> !isNeeded(number, lines))
        .forEach(number -> cells.put("note " + number, "no cell needs it"));
    return text(cells);
  }

  private static Map<String, String> notes(List<String> lines) {
    Map<String, String> notes = new TreeMap<>();
    String last = "";
    for (String line : lines) {
      Matcher note = NOTE.matcher(line);
      if (note.matches()) {
        last = note.group(1);
        notes.put(last, note.group(2));
      } else if (line.startsWith(" ")) {
        notes.merge(last, line.trim(), (start, end) -> start + ' ' + end);
      }
    }
    return notes;
  }

  private static boolean isNeeded(String number, List<String> lines) {
    Pattern use = Pattern.compile("\\| [a-z]+ \\((?:[0-9]+, )*" + number + "[,)]");
    return lines.stream().anyMatch(line -> use.matcher(line).find());
  }

  private static String cell(String text, Map<String, String> notes) {
    Matcher parts = CELL.matcher(text);
    if (!parts.matches() || parts.group(2) == null) {
      return text;
    }
    return Stream.of(parts.group(2).split(", ", -1))
        .map(number -> notes.getOrDefault(number, "There is no note " + number + '.'))
        .sorted()
        .collect(Collectors.joining(" ", parts.group(1) + ": ", ""));
  }

  private static void addTests(
      Class<?> environment, Class<?> contract, Class<?> base, Map<String, Cell> cells) {
    List<Class<?>> running = running(environment, base).filter(contract::isAssignableFrom).toList();
    String reason = Contracts.reasons(environment).getOrDefault(contract, "It is disabled.");
    for (Method test : behaviours(contract)) {
      for (Cell cell : cells(test, cells)) {
        if (running.isEmpty()) {
          cell.isLeftOut(reason);
        }
        for (Class<?> type : running) {
          Method called = called(type, test);
          if (!isTest(called) || !isRun(called)) {
            cell.isLeftOut(name(called) + " is not run.");
          } else if (called.equals(test)) {
            cell.holds();
          } else {
            cell.differs(because(called));
          }
        }
      }
    }
  }

  private static void addSwitches(Class<?> environment, Class<?> base, Map<String, Cell> cells) {
    for (Class<?> asked : base.getInterfaces()) {
      for (Method behaviour : behaviours(asked)) {
        running(environment, base)
            .map(type -> called(type, behaviour))
            .filter(called -> !called.equals(behaviour))
            .forEach(
                called -> cells(behaviour, cells).forEach(cell -> cell.differs(because(called))));
      }
    }
  }

  private static Stream<Class<?>> running(Class<?> environment, Class<?> base) {
    return Contracts.nested(environment, base).filter(type -> isRun(type) && isRun(environment));
  }

  private static List<Method> behaviours(Class<?> type) {
    return Stream.of(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Behaviour.class))
        .toList();
  }

  private static List<Cell> cells(Method behaviour, Map<String, Cell> cells) {
    return Stream.of(behaviour.getAnnotation(Behaviour.class).value())
        .map(row -> cells.computeIfAbsent(row, unused -> new Cell()))
        .toList();
  }

  private static Method called(Class<?> type, Method behaviour) {
    String name = behaviour.getName();
    Class<?>[] parameters = behaviour.getParameterTypes();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && Arrays.equals(method.getParameterTypes(), parameters)) {
          return method;
        }
      }
    }
    try {
      return type.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isTest(Method method) {
    return AnnotationSupport.isAnnotated(method, Testable.class);
  }

  private static boolean isRun(AnnotatedElement element) {
    return !AnnotationSupport.isAnnotated(element, Disabled.class);
  }

  private static String because(Method called) {
    Differs differs = called.getAnnotation(Differs.class);
    return differs == null ? name(called) + " does not say @Differs." : differs.value();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + '.' + method.getName();
  }

  private static String text(Map<String, ?> cells) {
    return cells.entrySet().stream()
        .map(row -> row.getKey() + " | " + row.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** What the environments of one implementation say together. */
  private static final class Cell {
    private final Set<String> notes = new TreeSet<>();
    private boolean holds;
    private boolean differs;

    void holds() {
      holds = true;
    }

    void differs(String note) {
      differs = true;
      notes.add(note);
    }

    void isLeftOut(String note) {
      notes.add(note);
    }

    @Override
    public String toString() {
      if (notes.isEmpty()) {
        return "yes";
      }
      return (holds || differs ? "differs: " : "no: ") + String.join(" ", notes);
    }
  }
}

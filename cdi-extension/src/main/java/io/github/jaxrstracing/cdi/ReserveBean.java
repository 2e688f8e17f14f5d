// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.PassivationCapable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bean that steps back where the application has one of its type. CDI 4.0 knows no such beans;
 * this one has no type to be found by when it steps back.
 */
final class ReserveBean<T> implements Bean<T>, PassivationCapable {
  private final Class<T> type;
  private final Class<? extends Annotation> scope;
  private final Set<Type> taken;
  private final Supplier<? extends @Nullable T> instance;

  /** The set of types that are taken may grow until the container asks for those of this bean. */
  ReserveBean(
      Class<T> type,
      Class<? extends Annotation> scope,
      Set<Type> taken,
      Supplier<? extends @Nullable T> instance) {
    this.type = type;
    this.scope = scope;
    this.taken = taken;
    this.instance = instance;
  }

  @Override
  public Set<Type> getTypes() {
    return taken.contains(type) ? Set.of(Object.class) : Set.of(type, Object.class);
  }

  @Override
  public Set<Annotation> getQualifiers() {
    return taken.contains(type)
        ? Set.of(Any.Literal.INSTANCE)
        : Set.of(Any.Literal.INSTANCE, Default.Literal.INSTANCE);
  }

  @Override
  @SuppressWarnings("NullAway") // a dependent bean may be null; the interface is not annotated
  public T create(CreationalContext<T> context) {
    return instance.get();
  }

  @Override
  public void destroy(T given, CreationalContext<T> context) {
    context.release();
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return scope;
  }

  @Override
  public Class<?> getBeanClass() {
    return TracingExtension.class;
  }

  @Override
  public String getId() {
    return TracingExtension.class.getName() + ' ' + type.getName();
  }

  @Override
  @SuppressWarnings("NullAway") // null is no name, by the specification
  public String getName() {
    return null;
  }

  @Override
  public Set<InjectionPoint> getInjectionPoints() {
    return Set.of();
  }

  @Override
  public Set<Class<? extends Annotation>> getStereotypes() {
    return Set.of();
  }

  @Override
  public boolean isAlternative() {
    return false;
  }
}

import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  children: ReactNode
  fallback: (error: unknown, tryAgain: () => void) => ReactNode
}

interface ErrorBoundaryState {
  caught?: { error: unknown }
}

/** Keeps a failure in what it surrounds. What to say about it is the caller's. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = {}

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { caught: { error } }
  }

  private readonly tryAgain = () => this.setState({ caught: undefined })

  override render() {
    const { caught } = this.state
    return caught ? this.props.fallback(caught.error, this.tryAgain) : this.props.children
  }
}

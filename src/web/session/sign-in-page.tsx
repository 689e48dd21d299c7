import { LanguageSwitch } from '../language/language-switch.tsx';
import { useLanguage } from '../language/use-language.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const { words } = useLanguage();
  return (
    <main className="sign-in-page">
      <section className="card stack">
        <div className="row-between">
          <h1>{words.appName}</h1>
          <LanguageSwitch />
        </div>
        <p className="quiet">{words.appPurpose}</p>
        <SignInForm />
      </section>
    </main>
  );
}
